package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.FieldDiscovery.Discovered;
import io.vpclocal.logs.insights.value.Structures;
import io.vpclocal.logs.insights.value.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row between commands: a log record, or a group after {@code stats}, with the fields so far. */
final class Row {

    private static final @Nullable Object[] NO_AGGREGATES = new @Nullable Object[0];

    private final QueryRun run;
    private final @Nullable LogRecord log;
    private final @Nullable Object[] aggregates;
    private @Nullable Discovered discovered;
    private @Nullable Map<String, @Nullable Object> made;

    private Row(QueryRun run, @Nullable LogRecord log, @Nullable Object[] aggregates) {
        this.run = run;
        this.log = log;
        this.aggregates = aggregates;
    }

    static Row of(QueryRun run, LogRecord log) {
        return new Row(run, log, NO_AGGREGATES);
    }

    static Row ofGroup(QueryRun run, @Nullable Object[] aggregates) {
        return new Row(run, null, aggregates);
    }

    /** Another row of the same record with the same fields, for commands that split a row. */
    Row copy() {
        Row copy = new Row(run, log, aggregates);
        copy.discovered = discovered;
        copy.made = made == null ? null : new HashMap<>(made);
        return copy;
    }

    QueryRun run() {
        return run;
    }

    @Nullable
    LogRecord log() {
        return log;
    }

    @Nullable
    Object aggregate(int index) {
        return aggregates[index];
    }

    void put(String name, @Nullable Object value) {
        if (made == null) {
            made = new HashMap<>();
        }
        made.put(name, value);
    }

    /** The value of a field. A dotted name without a field of its own is a path into a structure. */
    @Nullable
    Object get(String name) {
        if (made != null && made.containsKey(name)) {
            return made.get(name);
        }
        Object value = ofRecord(name);
        return value == null && made != null && name.indexOf('.') > 0 ? ofStructure(made, name) : value;
    }

    private @Nullable Object ofRecord(String name) {
        if (log == null) {
            return null;
        }
        return switch (name) {
            case "@message" -> log.message();
            case "@timestamp" -> new Timestamp(log.timestamp());
            case "@ingestionTime" -> new Timestamp(log.ingestionTime());
            case "@logStream" -> log.logStream();
            case "@log" -> log.log();
            case "@ptr" -> log.pointer();
            default -> {
                if (discovered == null) {
                    discovered = log.discovery().discover(log.message());
                }
                yield discovered.get(name);
            }
        };
    }

    private static @Nullable Object ofStructure(Map<String, @Nullable Object> made, String name) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (made.get(name.substring(0, dot)) instanceof JsonNode structure) {
                return Structures.value(descend(structure, name.substring(dot + 1)));
            }
        }
        return null;
    }

    private static @Nullable JsonNode descend(JsonNode structure, String path) {
        JsonNode node = structure;
        for (String step : path.split("\\.")) {
            node = node == null ? null : Structures.child(node, step);
        }
        return node;
    }
}
