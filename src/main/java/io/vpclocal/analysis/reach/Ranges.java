package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PortRange;

/** A set of IPv4 addresses or of ports, as ranges in order that do not touch. Immutable. */
public final class Ranges {

    public static final Ranges NONE = new Ranges(List.of());
    public static final Ranges ADDRESSES = of(0, 0xFFFFFFFFL);
    public static final Ranges PORTS = of(0, 65_535);

    /** The addresses that internet gateways carry: all except RFC 1918 and RFC 6598. */
    public static final Ranges PUBLIC = ADDRESSES
            .minus(of(Cidr.parse("10.0.0.0/8")))
            .minus(of(Cidr.parse("172.16.0.0/12")))
            .minus(of(Cidr.parse("192.168.0.0/16")))
            .minus(of(Cidr.parse("100.64.0.0/10")));

    private record Range(long from, long to) {}

    private final List<Range> ranges;

    private Ranges(List<Range> ranges) {
        this.ranges = ranges;
    }

    public static Ranges of(long from, long to) {
        return new Ranges(List.of(new Range(from, to)));
    }

    public static Ranges of(IpAddress address) {
        return of(address.number(), address.number());
    }

    /** None for an IPv6 block. */
    public static Ranges of(Cidr cidr) {
        return cidr.base().isV6() ? NONE : of(cidr.base().number(), cidr.last().number());
    }

    public static Ranges ofAll(Collection<Cidr> cidrs) {
        Ranges all = NONE;
        for (Cidr cidr : cidrs) {
            all = all.plus(of(cidr));
        }
        return all;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether it has more than one member. */
    boolean isRange() {
        return ranges.size() > 1 || !ranges.isEmpty() && ranges.get(0).from != ranges.get(0).to;
    }

    public boolean contains(long value) {
        return ranges.stream().anyMatch(range -> range.from <= value && value <= range.to);
    }

    /** Its smallest member. */
    public long first() {
        return ranges.get(0).from;
    }

    public Ranges plus(Ranges other) {
        return minus(other).merge(other);
    }

    public Ranges and(Ranges other) {
        List<Range> common = new ArrayList<>();
        for (Range one : ranges) {
            for (Range two : other.ranges) {
                long from = Math.max(one.from, two.from);
                long to = Math.min(one.to, two.to);
                if (from <= to) {
                    common.add(new Range(from, to));
                }
            }
        }
        return new Ranges(common);
    }

    public Ranges minus(Ranges other) {
        List<Range> left = ranges;
        for (Range gone : other.ranges) {
            List<Range> next = new ArrayList<>();
            for (Range one : left) {
                if (one.to < gone.from || one.from > gone.to) {
                    next.add(one);
                    continue;
                }
                if (one.from < gone.from) {
                    next.add(new Range(one.from, gone.from - 1));
                }
                if (one.to > gone.to) {
                    next.add(new Range(gone.to + 1, one.to));
                }
            }
            left = next;
        }
        return new Ranges(left);
    }

    private Ranges merge(Ranges disjoint) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(disjoint.ranges);
        all.sort((a, b) -> Long.compare(a.from, b.from));
        List<Range> merged = new ArrayList<>();
        for (Range range : all) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.to + 1 == range.from) {
                merged.set(merged.size() - 1, new Range(last.from, range.to));
            } else {
                merged.add(range);
            }
        }
        return new Ranges(merged);
    }

    /** As CIDR blocks in the order of their text, which is how AWS lists them (documented examples). */
    public List<String> cidrs() {
        List<String> blocks = new ArrayList<>();
        for (Range range : ranges) {
            long from = range.from;
            while (from <= range.to) {
                int bits = from == 0 ? 32 : Math.min(32, Long.numberOfTrailingZeros(from));
                while ((1L << bits) - 1 > range.to - from) {
                    bits--;
                }
                blocks.add(new Cidr(IpAddress.v4((int) from), 32 - bits).toString());
                from += 1L << bits;
            }
        }
        blocks.sort(null);
        return blocks;
    }

    public List<PortRange> portRanges() {
        return ranges.stream()
                .map(range -> PortRange.builder()
                        .from((int) range.from)
                        .to((int) range.to)
                        .build())
                .toList();
    }

    /** The first value of each range, and the first value after it. */
    public List<Long> borders() {
        return ranges.stream()
                .flatMap(range -> Stream.of(range.from, range.to + 1))
                .toList();
    }

    /** The last member of each range. */
    List<Long> ends() {
        return ranges.stream().map(Range::to).toList();
    }

    /** The first member of each range. */
    List<Long> starts() {
        return ranges.stream().map(Range::from).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ranges && ((Ranges) other).ranges.equals(ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
