package io.vpclocal.network.networkinterface;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.cidrreservation.CidrReservations;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Delegates prefixes of a subnet to interfaces. Free prefixes come from the subnet's reservations for prefixes, then from
 * the rest of the subnet. Callers have locked the subnet.
 */
@Component
class InterfacePrefixes {

    private final NetworkInterfaceRepository interfaces;
    private final CidrReservations reservations;
    private final SubnetService subnets;
    private final InterfaceCapacity capacity;
    private final Ids ids;

    InterfacePrefixes(
            NetworkInterfaceRepository interfaces,
            CidrReservations reservations,
            SubnetService subnets,
            InterfaceCapacity capacity,
            Ids ids) {
        this.interfaces = interfaces;
        this.reservations = reservations;
        this.capacity = capacity;
        this.subnets = subnets;
        this.ids = ids;
    }

    /**
     * Delegates the given prefixes, then the given number of free ones.
     *
     * @throws AwsException if a prefix is invalid or in use, or the subnet has too few
     */
    List<String> addIpv4(NetworkInterfaceEntity to, SubnetEntity subnet, List<String> wanted, int count) {
        if (wanted.isEmpty() && count == 0) {
            return List.of();
        }
        Cidr block = subnet.cidr().orElseThrow(() -> NetworkInterfaceErrors.subnetWithout("IPv4", subnet.id()));
        if (subnets.availableAddresses(subnet)
                < (long) count << block.bits() - NetworkInterfaceLimits.IPV4_PREFIX_LENGTH) {
            throw NetworkInterfaceErrors.tooFewAddresses();
        }
        Blocks blocks = new Blocks(subnet, block, NetworkInterfaceLimits.IPV4_PREFIX_LENGTH);
        interfaces.allIpv4(subnet.id()).forEach(number -> blocks.use(new Cidr(BigInteger.valueOf(number), 32, 32)));
        return add(to, subnet, blocks, wanted, count);
    }

    List<String> addIpv6(NetworkInterfaceEntity to, SubnetEntity subnet, List<String> wanted, int count) {
        if (wanted.isEmpty() && count == 0) {
            return List.of();
        }
        Cidr block = subnet.ipv6Cidr().orElseThrow(() -> NetworkInterfaceErrors.subnetWithout("IPv6", subnet.id()));
        Blocks blocks = new Blocks(subnet, block, NetworkInterfaceLimits.IPV6_PREFIX_LENGTH);
        interfaces.allIpv6(subnet.id()).forEach(text -> Cidr.address(text).ifPresent(blocks::use));
        return add(to, subnet, blocks, wanted, count);
    }

    private List<String> add(
            NetworkInterfaceEntity to, SubnetEntity subnet, Blocks blocks, List<String> wanted, int count) {
        List<Cidr> added = new ArrayList<>();
        capacity.requireRoom(to, blocks.v4(), new LinkedHashSet<>(wanted).size() + count);
        new LinkedHashSet<>(wanted).forEach(text -> added.add(blocks.take(text)));
        for (int i = 0; i < count; i++) {
            added.add(blocks.take());
        }
        added.forEach(to::addPrefix);
        subnet.divide();
        return added.stream().map(Cidr::toString).toList();
    }

    /** The prefixes of a subnet during one call. */
    private final class Blocks {

        private final Cidr subnet;
        private final int length;
        private final List<Cidr> reserved = new ArrayList<>();
        private final List<Cidr> kept = new ArrayList<>();
        private final Set<Cidr> used = new HashSet<>();

        Blocks(SubnetEntity of, Cidr subnet, int length) {
            this.subnet = subnet;
            this.length = length;
            for (CidrReservations.Reserved one : reservations.in(of)) {
                (one.forPrefixes() ? reserved : kept).add(one.cidr());
            }
            interfaces.prefixesIn(of.id()).forEach(prefix -> use(prefix.cidr()));
            use(Ipv4Pool.firstReserved(subnet));
            use(Ipv4Pool.lastReserved(subnet));
        }

        boolean v4() {
            return subnet.v4();
        }

        /** Marks the prefix that contains an address or prefix as used. */
        void use(Cidr part) {
            if (part.bits() == subnet.bits()) {
                used.add(part.within(length));
            }
        }

        Cidr take(String text) {
            Cidr prefix = Cidr.parse(text)
                    .filter(cidr -> cidr.prefix() == length
                            && cidr.bits() == subnet.bits()
                            && cidr.toString().equals(text))
                    .orElseThrow(() -> NetworkInterfaceErrors.notAPrefix(text, length));
            if (!subnet.contains(prefix)) {
                throw NetworkInterfaceErrors.outsideSubnet();
            }
            if (!used.add(prefix)) {
                throw NetworkInterfaceErrors.addressInUse();
            }
            return prefix;
        }

        Cidr take() {
            Cidr found = reserved.stream()
                    .filter(range -> range.bits() == subnet.bits())
                    .flatMap(range -> free(range).stream())
                    .findFirst()
                    .or(() -> free(subnet))
                    .orElseThrow(NetworkInterfaceErrors::noFreePrefix);
            used.add(found);
            return found;
        }

        private Optional<Cidr> free(Cidr range) {
            return subnet.v4() ? first(range) : random(range);
        }

        private Optional<Cidr> first(Cidr range) {
            BigInteger step = BigInteger.ONE.shiftLeft(range.bits() - length);
            for (BigInteger at = range.within(Math.min(range.prefix(), length)).network();
                    at.compareTo(range.last()) < 0;
                    at = at.add(step)) {
                Cidr candidate = new Cidr(at, length, range.bits());
                if (isFree(range, candidate)) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        }

        /** AWS chooses IPv6 prefixes at random. A range that is full is not searched to its end. */
        private Optional<Cidr> random(Cidr range) {
            for (int attempt = 0; attempt < NetworkInterfaceLimits.RANDOM_ATTEMPTS; attempt++) {
                BigInteger offset = new BigInteger(ids.hex(32), 16).mod(range.size());
                Cidr candidate = new Cidr(range.network().add(offset), range.bits(), range.bits()).within(length);
                if (isFree(range, candidate)) {
                    return Optional.of(candidate);
                }
            }
            return first(range);
        }

        private boolean isFree(Cidr range, Cidr candidate) {
            return range.contains(candidate)
                    && !used.contains(candidate)
                    && kept.stream().noneMatch(candidate::overlaps);
        }
    }
}
