package io.vpclocal.logs.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Orders rows. Equal rows keep their order.
 *
 * @param bound the most rows that the later commands can use; 0 for the maximum of a result, negative for all
 */
record SortStage(List<Key> keys, int bound) implements Stage {

    record Key(Expression value, boolean descending) {}

    static final int RESULT = 0;
    static final int ALL = -1;

    /** Newest first: the order of records without a {@code sort} command. */
    static SortStage newestFirst() {
        return new SortStage(List.of(new Key(row -> row.get("@timestamp"), true)), ALL);
    }

    SortStage boundedBy(int rows) {
        return new SortStage(keys, rows);
    }

    private record Entry(Row row, @Nullable Object[] values, long place) {}

    @Override
    public Sink open(QueryRun run, Sink next) {
        int most = bound == ALL ? Integer.MAX_VALUE : bound == RESULT ? run.maxRows() : bound;
        Comparator<Entry> order = this::compare;
        return new Step(next) {
            private final PriorityQueue<Entry> worstFirst = new PriorityQueue<>(order.reversed());
            private long place;

            @Override
            public boolean accept(Row row) {
                @Nullable Object[] values = new @Nullable Object[keys.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = keys.get(i).value().of(row);
                }
                Entry entry = new Entry(row, values, place++);
                if (worstFirst.size() < most) {
                    worstFirst.add(entry);
                } else if (most > 0 && order.compare(entry, worstFirst.element()) < 0) {
                    worstFirst.remove();
                    worstFirst.add(entry);
                }
                return true;
            }

            @Override
            public void finish() {
                List<Entry> sorted = new ArrayList<>(worstFirst);
                sorted.sort(order);
                for (Entry entry : sorted) {
                    if (!next.accept(entry.row())) {
                        break;
                    }
                }
                next.finish();
            }
        };
    }

    private int compare(Entry left, Entry right) {
        for (int i = 0; i < keys.size(); i++) {
            int order = NaturalOrder.INSTANCE.compare(left.values[i], right.values[i]);
            if (order != 0) {
                return keys.get(i).descending() ? -order : order;
            }
        }
        return Long.compare(left.place, right.place);
    }
}
