package io.vpclocal.logs.query;

import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.grouppolicy.Masking;
import io.vpclocal.logs.insights.FieldDiscovery.Discovered;
import io.vpclocal.logs.insights.LogRecord;
import io.vpclocal.logs.store.EventSearch;
import io.vpclocal.logs.store.FoundEvent;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupField;

/** The fields of events. */
@Component
class RecordFields {

    /** The number of events that are sampled for the fields of a group. */
    private static final int SAMPLE = 10_000;

    private static final List<String> OF_EVERY_EVENT =
            List.of("@ingestionTime", "@log", "@logStream", "@message", "@timestamp");

    private final LogGroupService groups;
    private final LogStreamService streams;
    private final EventSearch search;
    private final Discovery discovery;
    private final Masking masking;
    private final Clock clock;

    RecordFields(
            LogGroupService groups,
            LogStreamService streams,
            EventSearch search,
            Discovery discovery,
            Masking masking,
            Clock clock) {
        this.groups = groups;
        this.streams = streams;
        this.search = search;
        this.discovery = discovery;
        this.masking = masking;
        this.clock = clock;
    }

    /**
     * The sampled time, in milliseconds since 1970, both inclusive. AWS documentation, GetLogGroupFields: eight minutes
     * before and after a time, or the last fifteen minutes.
     */
    record Around(long from, long to) {

        static Around time(long seconds) {
            long millis = Duration.ofMinutes(8).toMillis();
            long time = Math.min(seconds, Long.MAX_VALUE / 2000) * 1000;
            return new Around(time - millis, time + millis);
        }

        static Around last(long now) {
            return new Around(now - Duration.ofMinutes(15).toMillis(), now);
        }
    }

    /** All fields of one event, as text. */
    Map<String, String> ofRecord(Scope scope, RecordPointer pointer, boolean unmask) {
        LogGroupEntity group = groups.find(scope, pointer.group()).orElseThrow(QueryErrors::noSuchRecord);
        FoundEvent event = search.find(group.seq(), pointer.chunk(), pointer.index())
                .filter(found -> found.timestamp() >= group.retainedFrom(clock.millis()))
                .orElseThrow(QueryErrors::noSuchRecord);
        Map<String, String> fields = new TreeMap<>();
        String message = unmask ? event.message() : masking.of(group).apply(event.message());
        Discovered discovered = discovery.of(group).discover(message);
        discovered.names().forEach(name -> {
            Object value = discovered.get(name);
            if (value != null) {
                fields.put(name, String.valueOf(value));
            }
        });
        fields.put("@message", message);
        fields.put("@timestamp", Long.toString(event.timestamp()));
        fields.put("@ingestionTime", Long.toString(event.ingestionTime()));
        fields.put("@logStream", streams.names(List.of(event.stream())).getOrDefault(event.stream(), ""));
        fields.put("@log", scope.account() + ":" + group.name());
        return fields;
    }

    /** The fields of a group with the percentage of events that have them, most frequent first. */
    List<LogGroupField> ofGroup(LogGroupEntity group, Around around, long now) {
        Map<String, Integer> counts = new TreeMap<>();
        int events = 0;
        try (Records records =
                new Records(search, streams, discovery, masking, List.of(group), around.from(), around.to(), now)) {
            while (events < SAMPLE && records.hasNext()) {
                LogRecord record = records.next();
                events++;
                OF_EVERY_EVENT.forEach(name -> counts.merge(name, 1, Integer::sum));
                record.discovery()
                        .discover(record.message())
                        .names()
                        .forEach(name -> counts.merge(name, 1, Integer::sum));
            }
        }
        int all = events;
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(count -> LogGroupField.builder()
                        .name(count.getKey())
                        .percent(count.getValue() * 100 / all)
                        .build())
                .toList();
    }
}
