package io.vpclocal.traffic.address;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Longest-prefix lookup over blocks that may nest. CIDR blocks either nest or are disjoint, so they become consecutive
 * ranges with one winner each, found by binary search. The first of two equal blocks wins.
 */
public final class CidrTable<V> {

    public record Entry<V>(Cidr cidr, V value) {}

    private static final int NOBODY = -1;

    private final Ranges<V> v4;
    private final Ranges<V> v6;

    public CidrTable(Collection<Entry<V>> entries) {
        this.v4 =
                Ranges.of(entries.stream().filter(e -> !e.cidr().base().isV6()).toList());
        this.v6 = Ranges.of(entries.stream().filter(e -> e.cidr().base().isV6()).toList());
    }

    @Nullable
    public V find(IpAddress address) {
        return (address.v6 ? v6 : v4).find(address);
    }

    private static final class Ranges<V> {

        private final IpAddress[] starts;
        /** Index of the winner of each range, or {@link #NOBODY}. */
        private final int[] winners;

        private final List<V> values;

        private Ranges(Flattening flattening, List<V> values) {
            this.starts = flattening.starts.toArray(IpAddress[]::new);
            this.winners =
                    flattening.winners.stream().mapToInt(Integer::intValue).toArray();
            this.values = values;
        }

        static <V> Ranges<V> of(List<Entry<V>> entries) {
            List<Entry<V>> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparing((Entry<V> e) -> e.cidr().base())
                    .thenComparing(e -> e.cidr().prefixLength()));
            Flattening flattening = new Flattening();
            @Nullable Cidr previous = null;
            for (int i = 0; i < sorted.size(); i++) {
                Cidr cidr = sorted.get(i).cidr();
                if (!cidr.equals(previous)) {
                    flattening.open(new Block(cidr, i));
                }
                previous = cidr;
            }
            flattening.closeAll();
            return new Ranges<>(flattening, sorted.stream().map(Entry::value).toList());
        }

        @Nullable
        V find(IpAddress address) {
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
            int winner = to < 0 ? NOBODY : winners[to];
            return winner == NOBODY ? null : values.get(winner);
        }
    }

    private record Block(Cidr cidr, int winner) {}

    /** Sweeps blocks in the order of their first address and records where the winner changes. */
    private static final class Flattening {

        private final List<IpAddress> starts = new ArrayList<>();
        private final List<Integer> winners = new ArrayList<>();
        private final Deque<Block> enclosing = new ArrayDeque<>();

        void open(Block block) {
            while (!enclosing.isEmpty()
                    && !enclosing.element().cidr().contains(block.cidr().base())) {
                close();
            }
            mark(block.cidr().base(), block.winner());
            enclosing.push(block);
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
                Block outer = enclosing.peek();
                mark(next, outer == null ? NOBODY : outer.winner());
            }
        }

        private void mark(IpAddress start, int winner) {
            int tail = starts.size() - 1;
            if (tail >= 0 && starts.get(tail).equals(start)) {
                winners.set(tail, winner);
            } else {
                starts.add(start);
                winners.add(winner);
            }
        }
    }
}
