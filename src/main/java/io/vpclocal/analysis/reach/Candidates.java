package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packets that represent all packets of a question. Rules and routes treat each packet like one of these. */
final class Candidates {

    /** An internet address outside of all VPCs. */
    private static final IpAddress OUTSIDE = IpAddress.parse("1.1.1.1");

    private static final long EPHEMERAL = 49_152;

    private record Sender(@Nullable String interfaceId, IpAddress address) {}

    private final Terrain terrain;
    private final PathQuestion question;
    private final CutPoints cuts;

    Candidates(Terrain terrain, PathQuestion question, CutPoints cuts) {
        this.terrain = terrain;
        this.question = question;
        this.cuts = cuts;
    }

    /** One packet for each pair of addresses, with the first ports to try. */
    List<Probe> pairs() {
        return pairs(receivers());
    }

    /** Packets to load balancers and endpoints, which can lead to a destination that is their target. */
    List<Probe> detours() {
        boolean open = question.atSource().destination() == null
                && question.destination() instanceof PathEnd.Interfaces at
                && !at.endpoint();
        if (!open) {
            return List.of();
        }
        boolean fromOutside = question.source() instanceof PathEnd.InternetGateway;
        return pairs(terrain.parts().interfaces().stream()
                .filter(one -> relays(terrain.parts(), one))
                .filter(one ->
                        !question.destination().equals(new PathEnd.Interfaces(one.id(), List.of(one.id()), false)))
                .flatMap(one -> (fromOutside ? publicAddresses(one) : addresses(one.id())).stream())
                .filter(address -> HeaderFilter.contains(question.atSource().toBlocks(), address))
                .toList());
    }

    /** Whether an interface with an address belongs to a load balancer or to an endpoint of a hosted service. */
    static boolean relays(NetworkInventory parts, Network.NetworkInterface one, IpAddress address) {
        return one.addresses().stream().anyMatch(own -> own.address().equals(address)) && relays(parts, one);
    }

    private static boolean relays(NetworkInventory parts, Network.NetworkInterface one) {
        String id = parts.endpointOf(one.id());
        Network.VpcEndpoint endpoint = id == null ? null : parts.endpoint(id);
        return one.interfaceType().equals("network_load_balancer")
                || one.interfaceType().equals(Network.APPLICATION_LOAD_BALANCER)
                || endpoint != null && endpoint.serviceName().contains(".vpce-svc-");
    }

    private List<Probe> pairs(List<IpAddress> receivers) {
        List<Probe> pairs = new ArrayList<>();
        int fromPort = sourcePorts().get(0);
        int toPort = destinationPorts().get(0);
        for (Sender sender : senders()) {
            for (IpAddress to : receivers) {
                pairs.add(new Probe(sender.interfaceId(), sender.address(), to, question.protocol(), fromPort, toPort));
            }
        }
        return pairs;
    }

    /** An ephemeral port comes first if the question allows it. */
    List<Integer> sourcePorts() {
        Ranges asked = HeaderFilter.or(question.atSource().sourcePorts());
        Set<Integer> ports = new LinkedHashSet<>();
        ports.add((int) (asked.contains(EPHEMERAL) ? EPHEMERAL : asked.first()));
        return within(asked, cuts.sourcePorts, ports);
    }

    List<Integer> destinationPorts() {
        return within(
                HeaderFilter.or(question.atSource().destinationPorts()), cuts.destinationPorts, new LinkedHashSet<>());
    }

    private static List<Integer> within(Ranges asked, Set<Long> cuts, Set<Integer> ports) {
        cuts.stream().filter(asked::contains).forEach(port -> ports.add(port.intValue()));
        asked.starts().forEach(port -> ports.add(port.intValue()));
        return List.copyOf(ports);
    }

    private List<Sender> senders() {
        return allSenders().stream()
                .filter(sender -> HeaderFilter.contains(question.atSource().fromBlocks(), sender.address()))
                .toList();
    }

    private List<IpAddress> receivers() {
        return allReceivers().stream()
                .filter(address -> HeaderFilter.contains(question.atSource().toBlocks(), address))
                .toList();
    }

    private List<Sender> allSenders() {
        IpAddress given = question.atSource().source();
        PathEnd source = question.source();
        if (source instanceof PathEnd.Interfaces at) {
            return at.interfaceIds().stream()
                    .flatMap(id -> (given == null ? addresses(id) : List.of(given))
                            .stream().map(address -> new Sender(id, address)))
                    .toList();
        }
        if (source instanceof PathEnd.InternetGateway) {
            return (given == null ? outside() : List.of(given))
                    .stream().map(address -> new Sender(null, address)).toList();
        }
        if (source instanceof PathEnd.Peering peering) {
            return beyond(peering).stream()
                    .flatMap(id -> addresses(id).stream()
                            .filter(address -> given == null || given.equals(address))
                            .map(address -> new Sender(id, address)))
                    .toList();
        }
        return List.of();
    }

    private List<IpAddress> allReceivers() {
        IpAddress given = question.atSource().destination();
        PathEnd destination = question.destination();
        if (given != null) {
            return List.of(given);
        }
        if (destination instanceof PathEnd.Interfaces at) {
            boolean fromOutside = question.source() instanceof PathEnd.InternetGateway;
            return at.interfaceIds().stream()
                    .flatMap(id -> (fromOutside ? outer(id) : addresses(id)).stream())
                    .distinct()
                    .toList();
        }
        if (destination instanceof PathEnd.InternetGateway) {
            return outside();
        }
        if (destination instanceof PathEnd.GatewayEndpoint endpoint) {
            return inside(Ranges.ofAll(terrain.parts().prefixList(endpoint.prefixListId())));
        }
        if (destination instanceof PathEnd.Peering peering) {
            return Stream.concat(
                            beyond(peering).stream().flatMap(id -> addresses(id).stream()),
                            inside(Ranges.ofAll(routed(peering))).stream())
                    .distinct()
                    .toList();
        }
        if (destination instanceof PathEnd.VpnGateway) {
            return inside(Ranges.ofAll(routed(destination)));
        }
        return List.of(((PathEnd.Address) destination).address());
    }

    /** The blocks that routes send to a gateway. Addresses in them need not be in use. */
    private List<Cidr> routed(PathEnd gateway) {
        return terrain.parts().tables().stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> gateway.id().equals(route.targetId()))
                .flatMap(route -> terrain.parts().cidrs(route.destination()).stream())
                .toList();
    }

    /** The interfaces in both VPCs of a peering connection. */
    private List<String> beyond(PathEnd.Peering peering) {
        Network.PeeringConnection connection = terrain.parts().peering(peering.id());
        if (connection == null) {
            return List.of();
        }
        return terrain.parts().interfaces().stream()
                .filter(one -> {
                    String vpc = terrain.parts().vpcOf(one);
                    return vpc.equals(connection.accepterVpcId()) || vpc.equals(connection.requesterVpcId());
                })
                .map(Network.NetworkInterface::id)
                .toList();
    }

    private List<IpAddress> addresses(String interfaceId) {
        Network.NetworkInterface found = terrain.parts().networkInterface(interfaceId);
        return found == null
                ? List.of()
                : found.addresses().stream()
                        .map(Network.PrivateAddress::address)
                        .toList();
    }

    /**
     * The public addresses of an interface; without one its private addresses, which are not reachable from outside.
     */
    private List<IpAddress> outer(String interfaceId) {
        Network.NetworkInterface found = terrain.parts().networkInterface(interfaceId);
        List<IpAddress> outer = found == null ? List.of() : publicAddresses(found);
        return outer.isEmpty() ? addresses(interfaceId) : outer;
    }

    private static List<IpAddress> publicAddresses(Network.NetworkInterface of) {
        return of.addresses().stream()
                .flatMap(address -> Stream.ofNullable(address.publicAddress()))
                .toList();
    }

    private List<IpAddress> inside(Ranges list) {
        return Stream.concat(list.starts().stream(), cuts.addresses.stream().filter(list::contains))
                .distinct()
                .map(number -> IpAddress.v4(number.intValue()))
                .toList();
    }

    private List<IpAddress> outside() {
        Set<IpAddress> outside = new LinkedHashSet<>();
        outside.add(OUTSIDE);
        Stream.of(question.atDestination().source(), question.atDestination().destination())
                .filter(Objects::nonNull)
                .forEach(address -> outside.add(Objects.requireNonNull(address)));
        cuts.addresses.stream()
                .filter(Ranges.PUBLIC::contains)
                .map(number -> IpAddress.v4(number.intValue()))
                .forEach(outside::add);
        outside.removeIf(address -> terrain.networks().anyMatch(network -> network.hasPublicAddress(address)));
        return List.copyOf(outside);
    }
}
