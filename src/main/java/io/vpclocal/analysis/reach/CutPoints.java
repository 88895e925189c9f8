package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values at which rules and routes begin or stop to match. All packets between two of them are treated equally, so
 * one of them represents all.
 */
final class CutPoints {

    private static final long BEYOND_PORTS = 65_536;
    private static final long BEYOND_ADDRESSES = 1L << 32;

    final Set<Long> sourcePorts = new TreeSet<>();
    final Set<Long> destinationPorts = new TreeSet<>();
    final Set<Long> addresses = new TreeSet<>();
    private final Terrain terrain;
    private final int protocol;
    private final Set<String> seen = new HashSet<>();

    CutPoints(Terrain terrain, int protocol) {
        this.terrain = terrain;
        this.protocol = protocol;
    }

    /** Records the rules and routes around each interface on the way. */
    void along(FlowVerdict verdict) {
        along(verdict.request());
        FlowVerdict.Path reply = verdict.reply();
        if (reply != null) {
            along(reply);
        }
    }

    private void along(FlowVerdict.Path path) {
        for (Hop hop : path.hops()) {
            if (seen.add(hop.component())) {
                Network.NetworkInterface here = terrain.parts().networkInterface(hop.component());
                if (here != null) {
                    around(here);
                }
                // The ACL that stops a packet is in front of the interface that the packet does not reach.
                Network.NetworkAcl acl = terrain.parts().acl(hop.component());
                if (acl != null) {
                    entries(acl);
                }
            }
        }
    }

    /** Records the bounds of a filter. */
    void filter(HeaderFilter filter) {
        add(sourcePorts, filter.sourcePorts(), BEYOND_PORTS);
        add(destinationPorts, filter.destinationPorts(), BEYOND_PORTS);
        add(addresses, filter.fromBlocks(), BEYOND_ADDRESSES);
        add(addresses, filter.toBlocks(), BEYOND_ADDRESSES);
    }

    private void around(Network.NetworkInterface here) {
        for (String id : here.groupIds()) {
            Network.SecurityGroup group = terrain.parts().group(id);
            if (group != null) {
                group.rules().forEach(rule -> {
                    if (ports(rule.match(), destinationPorts)) {
                        addresses(terrain.parts().cidrs(rule.peer()));
                    }
                });
            }
        }
        entries(terrain.parts().aclOf(here.subnetId()));
        routes(terrain.parts().tableOf(here.subnetId()));
        terrain.parts().edgeTables(terrain.parts().vpcOf(here)).forEach(this::routes);
    }

    private void entries(Network.NetworkAcl acl) {
        for (Network.AclEntry entry : acl.entries()) {
            // An answer goes to the port that the request came from.
            if (ports(entry.match(), destinationPorts) && ports(entry.match(), sourcePorts)) {
                addresses(List.of(entry.cidr()));
            }
        }
    }

    private void routes(Network.RouteTable table) {
        table.routes().forEach(route -> addresses(terrain.parts().cidrs(route.destination())));
    }

    private boolean ports(Network.TrafficMatch match, Set<Long> cuts) {
        if (match.protocol() != -1 && match.protocol() != protocol) {
            return false;
        }
        if (match.protocol() != -1 && match.from() != -1) {
            cuts.add((long) match.from());
            if (match.to() + 1L < BEYOND_PORTS) {
                cuts.add(match.to() + 1L);
            }
        }
        return true;
    }

    private void addresses(List<Cidr> blocks) {
        for (Cidr block : blocks) {
            if (!block.base().isV6()) {
                addresses.add(block.base().number());
                long next = block.last().number() + 1;
                if (next < BEYOND_ADDRESSES) {
                    addresses.add(next);
                }
            }
        }
    }

    private static void add(Set<Long> cuts, @Nullable Ranges values, long beyond) {
        if (values != null) {
            cuts.addAll(values.starts());
            values.ends().stream()
                    .map(end -> end + 1)
                    .filter(next -> next < beyond)
                    .forEach(cuts::add);
        }
    }

    int size() {
        return sourcePorts.size() + destinationPorts.size() + addresses.size();
    }
}
