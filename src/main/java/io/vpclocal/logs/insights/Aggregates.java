package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Structures;
import io.vpclocal.logs.insights.value.Timestamp;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The aggregations of the {@code stats} command. AWS documentation, "stats", functions to use with stats. */
final class Aggregates {

    private static final Set<String> NAMES = Set.of(
            "avg",
            "count",
            "countdistinct",
            "countovertime",
            "count_over_time",
            "count_distinct",
            "max",
            "min",
            "pct",
            "stddev",
            "sum",
            "sumovertime",
            "sum_over_time",
            "values",
            "collect_values",
            "variance",
            "topk",
            "earliest",
            "latest",
            "sortsfirst",
            "sortslast");

    /** Time-series functions whose results AWS does not document exactly. */
    static final Set<String> NOT_EMULATED = Set.of("rate", "histogram");

    private Aggregates() {}

    static boolean has(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Makes a supplier of accumulators for the function, or null if it does not take that many arguments. */
    static @Nullable Supplier<Accumulator> of(String function, List<Expression> arguments) {
        String name = function.toLowerCase(Locale.ROOT);
        int count = arguments.size();
        if (name.equals("count") && count == 0) {
            return () -> new Count(row -> true);
        }
        if (count == 2 && (name.equals("pct") || name.equals("topk"))) {
            Expression first = arguments.get(0);
            Expression second = arguments.get(1);
            return name.equals("pct") ? () -> new Percentile(first, second) : () -> new TopK(first, second);
        }
        if (count != 1) {
            return null;
        }
        Expression value = arguments.get(0);
        return switch (name) {
            case "count", "countovertime", "count_over_time" -> () -> new Count(value);
            case "countdistinct", "count_distinct" -> () -> new Distinct(value, false);
            case "values", "collect_values" -> () -> new Distinct(value, true);
            case "sumovertime", "sum_over_time" -> () -> new Moments(value, "sum");
            case "sum", "avg", "variance", "stddev" -> () -> new Moments(value, name);
            case "max", "sortslast" -> () -> new Extreme(value, NaturalOrder.INSTANCE, false);
            case "min", "sortsfirst" -> () -> new Extreme(value, NaturalOrder.INSTANCE.reversed(), false);
            case "latest" -> () -> new Extreme(value, NaturalOrder.INSTANCE, true);
            case "earliest" -> () -> new Extreme(value, NaturalOrder.INSTANCE.reversed(), true);
            default -> null;
        };
    }

    private static final class Count implements Accumulator {
        private final Expression value;
        private long count;

        Count(Expression value) {
            this.value = value;
        }

        @Override
        public void add(Row row) {
            if (value.of(row) != null) {
                count++;
            }
        }

        @Override
        public Object result() {
            return (double) count;
        }
    }

    /** Distinct values, counted or listed in order of appearance. */
    private static final class Distinct implements Accumulator {
        private final Expression value;
        private final boolean list;
        private final Set<String> seen;

        Distinct(Expression value, boolean list) {
            this.value = value;
            this.list = list;
            this.seen = list ? new LinkedHashSet<>() : new HashSet<>();
        }

        @Override
        public void add(Row row) {
            String text = Values.text(value.of(row));
            if (text != null) {
                seen.add(text);
            }
        }

        @Override
        public Object result() {
            return list ? Structures.list(seen) : (Object) (double) seen.size();
        }
    }

    /** Sum, mean and population variance. The variance is kept so that large values lose no digits. */
    private static final class Moments implements Accumulator {
        private final Expression value;
        private final String function;
        private long count;
        private double sum;
        private double mean;
        private double squares;

        Moments(Expression value, String function) {
            this.value = value;
            this.function = function;
        }

        @Override
        public void add(Row row) {
            double number = Values.number(value.of(row));
            if (!Double.isNaN(number)) {
                count++;
                sum += number;
                double delta = number - mean;
                mean += delta / count;
                squares += delta * (number - mean);
            }
        }

        @Override
        public @Nullable Object result() {
            if (function.equals("sum")) {
                return sum;
            }
            if (count == 0) {
                return null;
            }
            return switch (function) {
                case "avg" -> sum / count;
                case "variance" -> squares / count;
                default -> Math.sqrt(squares / count);
            };
        }
    }

    /** The value that sorts highest, or the value of the row with the highest time. Times are in milliseconds. */
    private static final class Extreme implements Accumulator {
        private final Expression value;
        private final Comparator<@Nullable Object> order;
        private final boolean byTime;
        private @Nullable Object bestKey;
        private @Nullable Object best;

        Extreme(Expression value, Comparator<@Nullable Object> order, boolean byTime) {
            this.value = value;
            this.order = order;
            this.byTime = byTime;
        }

        @Override
        public void add(Row row) {
            Object candidate = value.of(row);
            Object key = byTime ? row.get("@timestamp") : candidate;
            if (candidate != null && (best == null || order.compare(key, bestKey) > 0)) {
                best = candidate;
                bestKey = key;
            }
        }

        @Override
        public @Nullable Object result() {
            return best instanceof Timestamp time ? (Object) (double) time.millis() : best;
        }
    }

    /** The nearest-rank percentile. */
    private static final class Percentile implements Accumulator {
        private final Expression value;
        private final Expression percent;
        private double[] numbers = new double[16];
        private int count;
        private double rank = Double.NaN;

        Percentile(Expression value, Expression percent) {
            this.value = value;
            this.percent = percent;
        }

        @Override
        public void add(Row row) {
            double number = Values.number(value.of(row));
            if (!Double.isNaN(number)) {
                rank = Values.number(percent.of(row));
                if (count == numbers.length) {
                    numbers = Arrays.copyOf(numbers, count * 2);
                }
                numbers[count++] = number;
            }
        }

        @Override
        public @Nullable Object result() {
            if (count == 0 || Double.isNaN(rank)) {
                return null;
            }
            Arrays.sort(numbers, 0, count);
            int index = (int) Math.ceil(Math.max(0, Math.min(100, rank)) / 100 * count) - 1;
            return numbers[Math.max(0, index)];
        }
    }

    /** The most frequent values. Among equals the earlier one comes first. */
    private static final class TopK implements Accumulator {
        private final Expression wanted;
        private final Expression value;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private double size;

        TopK(Expression wanted, Expression value) {
            this.wanted = wanted;
            this.value = value;
        }

        @Override
        public void add(Row row) {
            size = Values.number(wanted.of(row));
            String text = Values.text(value.of(row));
            if (text != null) {
                counts.merge(text, 1L, Long::sum);
            }
        }

        @Override
        public Object result() {
            List<Map.Entry<String, Long>> entries = new ArrayList<>(counts.entrySet());
            entries.sort(Map.Entry.<String, Long>comparingByValue().reversed());
            return Structures.list(entries.stream()
                    .limit((long) Math.max(0, size))
                    .map(Map.Entry::getKey)
                    .toList());
        }
    }
}
