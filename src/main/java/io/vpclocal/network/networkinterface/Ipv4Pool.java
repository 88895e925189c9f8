package io.vpclocal.network.networkinterface;

import io.vpclocal.network.Cidr;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 addresses of one subnet during one call. The next free address follows the highest one in use, so that freed
 * addresses are reused late. Gaps are searched only after the end of the subnet is reached.
 */
final class Ipv4Pool {

    /** The addresses in use, as unsigned numbers. */
    interface Used {

        boolean contains(long address);

        /** The highest address in use, or a negative number if there is none. */
        long highest();

        Set<Long> all();
    }

    /**
     * The blocks from which no free address is chosen.
     *
     * @param delegated the prefixes of interfaces, whose addresses are in use
     * @param reserved the reservations, whose addresses are only assigned by name
     */
    record Blocks(List<Cidr> delegated, List<Cidr> reserved) {

        static final Blocks NONE = new Blocks(List.of(), List.of());

        boolean delegates(Cidr address) {
            return delegated.stream().anyMatch(block -> block.contains(address));
        }

        boolean cover(Cidr address) {
            return delegates(address) || reserved.stream().anyMatch(block -> block.contains(address));
        }

        /** The last address of the block that contains the address; the address itself is free if it is smaller. */
        private long end(long number) {
            Cidr address = address(number);
            return Stream.concat(delegated.stream(), reserved.stream())
                    .filter(block -> block.contains(address))
                    .mapToLong(block -> block.last().longValueExact())
                    .max()
                    .orElse(number - 1);
        }
    }

    private final Cidr subnet;
    private final Used used;
    private final Blocks blocks;
    private final long first;
    private final long last;
    private final Set<Long> given = new HashSet<>();
    private long next;
    private @Nullable Set<Long> all;

    Ipv4Pool(Cidr subnet, Used used, Blocks blocks) {
        this.blocks = blocks;
        this.subnet = subnet;
        this.used = used;
        this.first = subnet.network().longValueExact() + NetworkInterfaceLimits.RESERVED_AT_START;
        this.last = subnet.last().longValueExact() - NetworkInterfaceLimits.RESERVED_AT_END;
        this.next = Math.max(first, used.highest() + 1);
    }

    /** Any free address. */
    Cidr take() {
        while (next <= last) {
            long candidate = next++;
            long end = blocks.end(candidate);
            if (end >= candidate) {
                next = end + 1;
            } else if (given.add(candidate)) {
                return address(candidate);
            }
        }
        if (all == null) {
            all = used.all();
        }
        for (long candidate = first; candidate <= last; candidate++) {
            long end = blocks.end(candidate);
            if (end >= candidate) {
                candidate = end;
            } else if (!all.contains(candidate) && given.add(candidate)) {
                return address(candidate);
            }
        }
        throw NetworkInterfaceErrors.subnetFull();
    }

    /** The given address; empty if it is not available. */
    Cidr take(String wanted) {
        Cidr address = usable(subnet, wanted);
        if (!given.add(number(address))) {
            throw NetworkInterfaceErrors.addressTwice(wanted);
        }
        if (used.contains(number(address)) || blocks.delegates(address)) {
            throw NetworkInterfaceErrors.addressInUse();
        }
        return address;
    }

    /** The IPv4 or IPv6 address; empty if it is outside the subnet or reserved. */
    static Cidr usable(Cidr subnet, String wanted) {
        Cidr address = Cidr.address(wanted)
                .filter(parsed -> parsed.v4() == subnet.v4())
                .orElseThrow(() -> NetworkInterfaceErrors.notAnAddress(wanted));
        if (!subnet.contains(address)) {
            throw NetworkInterfaceErrors.outsideSubnet();
        }
        if (!free(subnet, address)) {
            throw NetworkInterfaceErrors.reserved();
        }
        return address;
    }

    /** False for the IPv4 or IPv6 addresses that AWS reserves at both ends of a subnet. */
    static boolean free(Cidr subnet, Cidr address) {
        BigInteger start = subnet.network().add(BigInteger.valueOf(NetworkInterfaceLimits.RESERVED_AT_START));
        BigInteger end = subnet.last().subtract(BigInteger.valueOf(NetworkInterfaceLimits.RESERVED_AT_END));
        return address.network().compareTo(start) >= 0 && address.network().compareTo(end) <= 0;
    }

    /** The first and the last address that AWS reserves in a subnet. */
    static Cidr firstReserved(Cidr subnet) {
        return new Cidr(subnet.network(), subnet.bits(), subnet.bits());
    }

    static Cidr lastReserved(Cidr subnet) {
        return new Cidr(subnet.last(), subnet.bits(), subnet.bits());
    }

    private static long number(Cidr address) {
        return address.network().longValueExact();
    }

    private static Cidr address(long number) {
        return new Cidr(BigInteger.valueOf(number), 32, 32);
    }
}
