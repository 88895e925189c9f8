package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.RowStages.Named;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows and aggregates each group. Groups come in the order of their first rows.
 *
 * @param items evaluated in order on the row of a group; later ones can use earlier ones
 */
record StatsStage(List<Named> keys, List<Supplier<Accumulator>> aggregates, List<Named> items) implements Stage {

    private record Group(@Nullable Object[] keys, List<Accumulator> accumulators) {}

    @Override
    public Sink open(QueryRun run, Sink next) {
        return new Step(next) {
            private final Map<List<@Nullable String>, Group> groups = new LinkedHashMap<>();

            @Override
            public boolean accept(Row row) {
                @Nullable Object[] values = new @Nullable Object[keys.size()];
                List<@Nullable String> key = new ArrayList<>(values.length);
                for (int i = 0; i < values.length; i++) {
                    values[i] = keys.get(i).value().of(row);
                    key.add(Values.text(values[i]));
                }
                Group group = groups.get(key);
                if (group == null) {
                    group = new Group(
                            values, aggregates.stream().map(Supplier::get).toList());
                    groups.put(key, group);
                }
                for (Accumulator accumulator : group.accumulators) {
                    accumulator.add(row);
                }
                return true;
            }

            @Override
            public void finish() {
                for (Group group : groups.values()) {
                    if (!next.accept(toRow(run, group))) {
                        break;
                    }
                }
                next.finish();
            }
        };
    }

    private Row toRow(QueryRun run, Group group) {
        @Nullable Object[] results = new @Nullable Object[aggregates.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = group.accumulators.get(i).result();
        }
        Row row = Row.ofGroup(run, results);
        for (int i = 0; i < keys.size(); i++) {
            row.put(keys.get(i).name(), group.keys[i]);
        }
        for (Named item : items) {
            row.put(item.name(), item.value().of(row));
        }
        return row;
    }
}
