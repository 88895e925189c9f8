package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.Packet;
import java.util.List;

/** Narrows a header to the packets that get the same decisions as the sent packet. */
final class Narrowing {

    private Narrowing() {}

    /**
     * Narrows to the packets that a security group rule admits. A rule with a group reference does not restrict
     * addresses.
     */
    static void by(Network.GroupRule rule, NetworkInventory parts, Header header, Packet packet) {
        boolean egress = rule.direction() == Direction.EGRESS;
        Header.Field remote = egress ? header.destination : header.source;
        if (rule.peer() instanceof Network.GroupPeer) {
            remote.narrow(Ranges.of(egress ? packet.destination() : packet.source()));
        } else {
            remote.narrow(Ranges.ofAll(parts.cidrs(rule.peer())));
        }
        header.destinationPort.narrow(ports(rule.match()));
    }

    /** Narrows to the packets that reach an ACL entry and match it. */
    static void by(Network.NetworkAcl acl, Network.AclEntry entry, Header header, Packet packet) {
        acl.entries().stream()
                .filter(earlier -> earlier.direction() == entry.direction()
                        && earlier.ruleNumber() < entry.ruleNumber()
                        && earlier.allow() != entry.allow()
                        && concerns(earlier, header.protocol))
                .forEach(earlier -> exclude(earlier, header, packet));
        remote(entry, header).narrow(Ranges.of(entry.cidr()));
        header.destinationPort.narrow(ports(entry.match()));
    }

    /** The sent packet does not match the entry, so its port or address differs. */
    private static void exclude(Network.AclEntry entry, Header header, Packet packet) {
        Ranges ports = ports(entry.match());
        if (ports.contains(packet.destinationPort())) {
            remote(entry, header).exclude(Ranges.of(entry.cidr()));
        } else {
            header.destinationPort.exclude(ports);
        }
    }

    /** Narrows to the packets that a route matches and no more specific route does. */
    static void by(
            Network.RouteTable table, Network.Route route, NetworkInventory parts, Header header, Packet packet) {
        List<Cidr> own = parts.cidrs(route.destination()).stream()
                .filter(cidr -> cidr.contains(packet.destination()))
                .toList();
        header.destination.narrow(Ranges.ofAll(own));
        table.routes().stream()
                .flatMap(other -> parts.cidrs(other.destination()).stream())
                .filter(cidr -> !cidr.contains(packet.destination()))
                .filter(cidr -> own.stream().anyMatch(wider -> wider.contains(cidr)))
                .forEach(cidr -> header.destination.exclude(Ranges.of(cidr)));
    }

    private static Header.Field remote(Network.AclEntry entry, Header header) {
        return entry.direction() == Direction.EGRESS ? header.destination : header.source;
    }

    private static boolean concerns(Network.AclEntry entry, int protocol) {
        return !entry.cidr().base().isV6()
                && (entry.match().protocol() == -1 || entry.match().protocol() == protocol);
    }

    private static Ranges ports(Network.TrafficMatch match) {
        return match.protocol() == -1 || match.from() == -1 ? Ranges.PORTS : Ranges.of(match.from(), match.to());
    }
}
