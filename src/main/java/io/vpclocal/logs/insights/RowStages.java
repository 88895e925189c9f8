package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Structures;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The commands that process one row at a time. */
final class RowStages {

    private RowStages() {}

    record Named(String name, Expression value) {}

    /** Adds fields. */
    record Compute(List<Named> fields) implements Stage {

        @Override
        public boolean keepsRows() {
            return true;
        }

        @Override
        public Sink open(QueryRun run, Sink next) {
            return new Step(next) {
                @Override
                public boolean accept(Row row) {
                    for (Named field : fields) {
                        row.put(field.name(), field.value().of(row));
                    }
                    return next.accept(row);
                }
            };
        }
    }

    record Filter(Expression condition) implements Stage {

        @Override
        public Sink open(QueryRun run, Sink next) {
            return new Step(next) {
                @Override
                public boolean accept(Row row) {
                    return !Values.isTrue(condition.of(row)) || next.accept(row);
                }
            };
        }
    }

    /** @param any whether the run ends after that many rows instead of reading every record */
    record Limit(int rows, boolean any) implements Stage {

        @Override
        public Sink open(QueryRun run, Sink next) {
            return new Step(next) {
                private int left = rows;

                @Override
                public boolean accept(Row row) {
                    if (left > 0) {
                        left--;
                        boolean more = next.accept(row);
                        return more && left > 0;
                    }
                    return false;
                }
            };
        }
    }

    /** Keeps the first row of each combination of values. Rows with a missing value are always kept. */
    record Dedup(List<Expression> keys) implements Stage {

        @Override
        public Sink open(QueryRun run, Sink next) {
            return new Step(next) {
                private final Set<List<@Nullable String>> seen = new HashSet<>();

                @Override
                public boolean accept(Row row) {
                    List<@Nullable String> key = new ArrayList<>(keys.size());
                    keys.forEach(expression -> key.add(Values.text(expression.of(row))));
                    return (!key.contains(null) && !seen.add(key)) || next.accept(row);
                }
            };
        }
    }

    /** Makes a row of each element of a list. Any other value counts as a list of one. */
    record Unnest(Expression list, String name) implements Stage {

        @Override
        public Sink open(QueryRun run, Sink next) {
            return new Step(next) {
                @Override
                public boolean accept(Row row) {
                    Object value = list.of(row);
                    if (!(value instanceof JsonNode node) || !node.isArray()) {
                        row.put(name, value);
                        return next.accept(row);
                    }
                    boolean more = true;
                    for (JsonNode element : node.values()) {
                        Row copy = row.copy();
                        copy.put(name, Structures.value(element));
                        more = more && next.accept(copy);
                    }
                    return more;
                }
            };
        }
    }
}
