package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the rules, routes and addresses that hops name. */
final class Matched {

    private Matched() {}

    static Network.@Nullable GroupRule rule(Network.SecurityGroup group, Hop hop) {
        return group.rules().stream()
                .filter(rule -> rule.id().equals(hop.rule()))
                .findFirst()
                .orElse(null);
    }

    static Network.@Nullable AclEntry entry(Network.NetworkAcl acl, Direction direction, Hop hop) {
        return acl.entries().stream()
                .filter(entry -> entry.direction() == direction
                        && String.valueOf(entry.ruleNumber()).equals(hop.rule()))
                .findFirst()
                .orElse(null);
    }

    static Network.@Nullable Route route(Network.RouteTable table, Hop hop) {
        return table.routes().stream()
                .filter(route -> route.destination().toString().equals(hop.rule()))
                .findFirst()
                .orElse(null);
    }

    /** The public address that a private one is mapped to. */
    static Optional<IpAddress> publicAddress(NetworkInventory parts, IpAddress own) {
        return parts.interfaces().stream()
                .flatMap(one -> one.addresses().stream())
                .filter(address -> address.address().equals(own) && address.publicAddress() != null)
                .map(address -> Objects.requireNonNull(address.publicAddress()))
                .findFirst();
    }
}
