package io.vpclocal.traffic.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Longest-prefix lookup over blocks that may nest. CIDR blocks either nest or are disjoint, so they flatten into
 * consecutive ranges that each have one winner, found by binary search. Of two equal blocks the first one given wins.
 */
final class CidrTable<V> {

    record Entry<V>(Cidr cidr, V value) {}

    private final Ranges<V> v4;
    private final Ranges<V> v6;

    CidrTable(Collection<Entry<V>> entries) {
        this.v4 = Ranges.of(entries.stream().filter(e -> !e.cidr().base().isV6()).toList());
        this.v6 = Ranges.of(entries.stream().filter(e -> e.cidr().base().isV6()).toList());
    }

    @Nullable V find(IpAddress address) {
        return (address.v6 ? v6 : v4).find(address);
    }

    private static final class Ranges<V> {

        private final IpAddress[] starts;
        private final List<@Nullable V> values;

        private Ranges(List<IpAddress> starts, List<@Nullable V> values) {
            this.starts = starts.toArray(IpAddress[]::new);
            this.values = values;
        }

        static <V> Ranges<V> of(List<Entry<V>> entries) {
            List<Entry<V>> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparing((Entry<V> e) -> e.cidr().base())
                    .thenComparing(e -> e.cidr().prefixLength()));
            Flattening<V> flattening = new Flattening<>();
            @Nullable Cidr previous = null;
            for (Entry<V> entry : sorted) {
                if (!entry.cidr().equals(previous)) {
                    flattening.open(entry);
                }
                previous = entry.cidr();
            }
            flattening.closeAll();
            return new Ranges<>(flattening.starts, flattening.values);
        }

        @Nullable V find(IpAddress address) {
            int from = 0;
            int to = starts.length - 1;
            while (from <= to) {
                int middle = (from + to) >>> 1;
                if (starts[middle].compareTo(address) <= 0) {
                    from = middle + 1;
                } else {
                    to = middle - 1;
                }
            }
            return to < 0 ? null : values.get(to);
        }
    }

    /** Sweeps blocks in the order of their first address and notes where the winner changes. */
    private static final class Flattening<V> {

        private final List<IpAddress> starts = new ArrayList<>();
        private final List<@Nullable V> values = new ArrayList<>();
        private final Deque<Entry<V>> enclosing = new ArrayDeque<>();

        void open(Entry<V> entry) {
            while (!enclosing.isEmpty()
                    && !enclosing.element().cidr().contains(entry.cidr().base())) {
                close();
            }
            mark(entry.cidr().base(), entry.value());
            enclosing.push(entry);
        }

        void closeAll() {
            while (!enclosing.isEmpty()) {
                close();
            }
        }

        private void close() {
            IpAddress last = enclosing.pop().cidr().last();
            IpAddress next = last.plus(1);
            if (next.compareTo(last) > 0) {
                Entry<V> outer = enclosing.peek();
                mark(next, outer == null ? null : outer.value());
            }
        }

        private void mark(IpAddress start, @Nullable V value) {
            int tail = starts.size() - 1;
            if (tail >= 0 && starts.get(tail).equals(start)) {
                values.set(tail, value);
            } else {
                starts.add(start);
                values.add(value);
            }
        }
    }
}
