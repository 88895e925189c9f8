package io.vpclocal.network.networkinterface;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.cidrreservation.CidrReservations;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.protocol.Ids;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Assigns addresses of a subnet to interfaces. Callers have locked the subnet, so two calls cannot choose the same
 * address.
 */
@Component
class InterfaceAddresses {

    private final NetworkInterfaceRepository interfaces;
    private final CidrReservations reservations;
    private final InterfaceCapacity capacity;
    private final Ids ids;

    InterfaceAddresses(
            NetworkInterfaceRepository interfaces, CidrReservations reservations, InterfaceCapacity capacity, Ids ids) {
        this.interfaces = interfaces;
        this.reservations = reservations;
        this.capacity = capacity;
        this.ids = ids;
    }

    /** Assigns the addresses of a new interface. */
    void fill(NetworkInterfaceEntity made, SubnetEntity subnet, InterfacePlan plan) {
        int moreIpv4 = plan.moreIpv4().size() + plan.moreIpv4Count();
        capacity.requireRoom(made, true, plan.v4() ? 1 + moreIpv4 : 0);
        if (plan.v4()) {
            Ipv4Pool pool = ipv4(subnet);
            Cidr wanted = plan.ipv4() == null ? null : pool.take(plan.ipv4());
            // Any free address must be none of those that the request names.
            List<Cidr> more = plan.moreIpv4().stream().map(pool::take).toList();
            made.add(wanted == null ? pool.take() : wanted, true);
            more.forEach(address -> made.add(address, false));
            for (int i = 0; i < plan.moreIpv4Count(); i++) {
                made.add(pool.take(), false);
            }
        }
        addIpv6(made, subnet, plan.ipv6(), plan.ipv6Count(), plan.primaryIpv6());
        if (plan.primaryIpv6() && made.ipv6().isEmpty()) {
            throw NetworkInterfaceErrors.noPrimaryIpv6();
        }
    }

    /** Replaces the interface's primary address and its first IPv6 address; null keeps the address. */
    void replace(NetworkInterfaceEntity on, SubnetEntity subnet, @Nullable String ipv4, @Nullable String ipv6) {
        if (ipv4 != null) {
            Ipv4Pool pool = ipv4(subnet);
            on.primaryAddress()
                    .filter(address -> !address.is(ipv4))
                    .ifPresent(address -> address.change(pool.take(ipv4)));
        }
        if (ipv6 != null) {
            on.ipv6().stream()
                    .findFirst()
                    .filter(address -> !address.is(ipv6))
                    .ifPresent(address -> address.change(ipv6(subnet, ipv6)));
        }
    }

    /**
     * Assigns IPv6 addresses to an interface: the given ones, or the given number of free ones.
     *
     * @param primary true to make the first one its primary IPv6 address
     */
    List<String> addIpv6(
            NetworkInterfaceEntity to, SubnetEntity subnet, List<String> wanted, int count, boolean primary) {
        List<String> added = new ArrayList<>();
        capacity.requireRoom(to, false, new LinkedHashSet<>(wanted).size() + count);
        for (String address : new LinkedHashSet<>(wanted)) {
            added.add(to.add(ipv6(subnet, address), primary && added.isEmpty()).address());
        }
        for (int i = 0; i < count; i++) {
            added.add(to.add(ipv6(subnet, null), primary && added.isEmpty()).address());
        }
        return added;
    }

    /**
     * Assigns more IPv4 addresses to an interface: the given ones, or the given number of free ones.
     *
     * @param move true to take secondary addresses from other interfaces of the subnet, with their public addresses
     */
    List<String> addIpv4(NetworkInterfaceEntity to, SubnetEntity subnet, List<String> wanted, int count, boolean move) {
        Cidr cidr = subnet.cidr().orElseThrow(() -> NetworkInterfaceErrors.subnetWithout("IPv4", subnet.id()));
        Set<String> distinct = new LinkedHashSet<>();
        wanted.forEach(text -> distinct.add(Ipv4Pool.usable(cidr, text).at(0)));
        Map<String, PublicAssociation> associations = freeFromOthers(to, subnet, distinct, move);
        Set<String> present = new HashSet<>();
        to.ipv4().forEach(address -> present.add(address.address()));
        Ipv4Pool pool = ipv4(subnet);
        List<String> added = new ArrayList<>(distinct);
        long more = distinct.stream().filter(text -> !present.contains(text)).count();
        capacity.requireRoom(to, true, (int) more + count);
        for (String text : distinct) {
            if (!present.contains(text)) {
                InterfaceAddress address = to.add(pool.take(text), false);
                PublicAssociation association = associations.get(text);
                if (association != null) {
                    address.associate(association);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            added.add(to.add(pool.take(), false).address());
        }
        return added;
    }

    /** @return the public addresses of the private addresses that were taken from other interfaces */
    private Map<String, PublicAssociation> freeFromOthers(
            NetworkInterfaceEntity to, SubnetEntity subnet, Set<String> wanted, boolean move) {
        List<InterfaceAddress> others = wanted.stream()
                .flatMap(text -> interfaces.addressInSubnet(subnet.id(), text).stream())
                .filter(address -> !address.networkInterface().id().equals(to.id()))
                .toList();
        List<String> stuck = others.stream()
                .filter(address -> !move
                        || address.isPrimary()
                        || address.networkInterface().managed())
                .map(InterfaceAddress::address)
                .toList();
        if (!stuck.isEmpty()) {
            throw NetworkInterfaceErrors.moveNotAllowed(stuck);
        }
        Map<String, PublicAssociation> associations = new HashMap<>();
        for (InterfaceAddress address : others) {
            address.association().ifPresent(found -> associations.put(address.address(), found));
            address.networkInterface().remove(address);
        }
        if (!others.isEmpty()) {
            // Hibernate inserts before it deletes, and the address is unique.
            interfaces.flush();
        }
        return associations;
    }

    private Ipv4Pool ipv4(SubnetEntity subnet) {
        Cidr cidr = subnet.cidr().orElseThrow(() -> NetworkInterfaceErrors.subnetWithout("IPv4", subnet.id()));
        return new Ipv4Pool(cidr, new Stored(subnet.id()), blocks(subnet));
    }

    private Ipv4Pool.Blocks blocks(SubnetEntity subnet) {
        if (!subnet.divided()) {
            return Ipv4Pool.Blocks.NONE;
        }
        return new Ipv4Pool.Blocks(
                interfaces.prefixesIn(subnet.id()).stream()
                        .map(InterfacePrefix::cidr)
                        .toList(),
                reservations.in(subnet).stream()
                        .map(CidrReservations.Reserved::cidr)
                        .toList());
    }

    private Cidr ipv6(SubnetEntity subnet, @Nullable String wanted) {
        Cidr cidr = subnet.ipv6Cidr().orElseThrow(() -> NetworkInterfaceErrors.subnetWithout("IPv6", subnet.id()));
        if (wanted != null) {
            Cidr address = Ipv4Pool.usable(cidr, wanted);
            if (taken(subnet, address) || blocks(subnet).delegates(address)) {
                throw NetworkInterfaceErrors.addressInUse();
            }
            return address;
        }
        Ipv4Pool.Blocks blocks = blocks(subnet);
        while (true) {
            BigInteger offset = new BigInteger(ids.hex(16), 16);
            Cidr address = new Cidr(cidr.network().add(offset), cidr.bits(), cidr.bits());
            if (Ipv4Pool.free(cidr, address) && !blocks.cover(address) && !taken(subnet, address)) {
                return address;
            }
        }
    }

    private boolean taken(SubnetEntity subnet, Cidr address) {
        return interfaces.addressInSubnet(subnet.id(), address.at(0)).isPresent();
    }

    /** The addresses of a subnet that are in the database. */
    private final class Stored implements Ipv4Pool.Used {

        private final String subnetId;

        Stored(String subnetId) {
            this.subnetId = subnetId;
        }

        @Override
        public boolean contains(long address) {
            return interfaces.countIpv4(subnetId, address) > 0;
        }

        @Override
        public long highest() {
            return interfaces.highestIpv4(subnetId).orElse(-1L);
        }

        @Override
        public Set<Long> all() {
            return new HashSet<>(interfaces.allIpv4(subnetId));
        }
    }
}
