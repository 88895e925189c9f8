package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.CidrTable.Entry;
import io.vpclocal.traffic.engine.Network.CidrPeer;
import io.vpclocal.traffic.engine.Network.PrefixListPeer;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders the routes of a table so that the first of two with the same destination wins: local, then static blocks, then
 * prefix lists by id, then propagated ones. A propagated route into the VPC never wins over the local one.
 */
final class CompilationOfRoutes {

    private final Compilation network;
    private final Map<String, List<Cidr>> prefixLists;

    CompilationOfRoutes(Compilation network, Map<String, List<Cidr>> prefixLists) {
        this.network = network;
        this.prefixLists = prefixLists;
    }

    CidrTable<CompiledRoute> compile(Network.RouteTable table) {
        CompiledVpc vpc = network.vpc(table.vpcId());
        List<Entry<CompiledRoute>> entries = new ArrayList<>();
        table.routes().stream()
                .sorted(Comparator.comparingInt(CompilationOfRoutes::rank)
                        .thenComparing(route -> route.destination().toString()))
                .forEach(route -> {
                    CompiledRoute compiled = compile(table, vpc, route);
                    for (Cidr cidr : destinations(route)) {
                        if (!route.propagated() || vpc.vpc.cidrs().stream().noneMatch(own -> own.contains(cidr))) {
                            entries.add(new Entry<>(cidr, compiled));
                        }
                    }
                });
        return new CidrTable<>(entries);
    }

    private static int rank(Route route) {
        if (route.target() == RouteTarget.LOCAL) {
            return 0;
        }
        if (route.propagated()) {
            return 3;
        }
        return route.destination() instanceof CidrPeer ? 1 : 2;
    }

    private List<Cidr> destinations(Route route) {
        if (route.destination() instanceof CidrPeer block) {
            return List.of(block.cidr());
        }
        return prefixLists.getOrDefault(((PrefixListPeer) route.destination()).prefixListId(), List.of());
    }

    private CompiledRoute compile(Network.RouteTable table, CompiledVpc vpc, Route route) {
        String target = route.target() == RouteTarget.LOCAL ? "local" : String.valueOf(route.targetId());
        String destination = route.destination().toString();
        Network.@Nullable PeeringConnection connection = connection(route);
        @Nullable CompiledInterface nextHop = nextHop(route);
        Network.@Nullable VpcEndpoint endpoint = endpoint(vpc, route);
        boolean usable = !route.blackhole() && exists(vpc, route, nextHop, endpoint, connection);
        String taken = "%s leads %s to %s".formatted(table.id(), destination, target);
        Hop gateway = usable
                ? Hop.allow(stage(route.target()), target, null, taking(route.target(), target))
                : Hop.deny(Hop.Stage.ROUTE, table.id(), destination, "the route to " + destination + " is a blackhole");
        return new CompiledRoute(
                route.target(),
                Hop.allow(Hop.Stage.ROUTE, table.id(), destination, taken),
                gateway,
                !usable,
                connection == null || connection.sameRegion(),
                nextHop,
                connection == null ? null : otherSide(connection, vpc),
                endpoint);
    }

    private static String taking(RouteTarget kind, String target) {
        return kind == RouteTarget.VIRTUAL_PRIVATE_GATEWAY
                ? target
                        + " takes it out of the VPC. VPN connections are not emulated: the other side is assumed to answer"
                : target + " takes it";
    }

    /** Whether the target exists. Targets outside this network are assumed to exist. */
    private boolean exists(
            CompiledVpc vpc,
            Route route,
            @Nullable CompiledInterface nextHop,
            Network.@Nullable VpcEndpoint endpoint,
            Network.@Nullable PeeringConnection connection) {
        return switch (route.target()) {
            case INTERNET_GATEWAY ->
                vpc.internetGateway != null && vpc.internetGateway.component().equals(route.targetId());
            case EGRESS_ONLY_INTERNET_GATEWAY ->
                network.parts.egressOnlyInternetGateways.stream()
                        .anyMatch(gateway -> gateway.id().equals(route.targetId()));
            case NAT_GATEWAY, NETWORK_INTERFACE ->
                nextHop != null && nextHop.subnet.vpc == vpc && nextHop.stopped == null;
            case GATEWAY_ENDPOINT -> endpoint != null;
            case VPC_PEERING_CONNECTION -> connection != null;
            case TRANSIT_GATEWAY -> vpc.transit.containsKey(String.valueOf(route.targetId()));
            case LOCAL, VIRTUAL_PRIVATE_GATEWAY, CARRIER_GATEWAY, LOCAL_GATEWAY -> true;
        };
    }

    private static Network.@Nullable VpcEndpoint endpoint(CompiledVpc vpc, Route route) {
        return vpc.endpoints.stream()
                .filter(candidate -> candidate.id().equals(route.targetId()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable CompiledInterface nextHop(Route route) {
        String id = route.targetId();
        if (id == null) {
            return null;
        }
        if (route.target() == RouteTarget.NETWORK_INTERFACE) {
            return network.interfaces.get(id);
        }
        return network.parts.natGateways.stream()
                .filter(gateway -> gateway.id().equals(id))
                .map(gateway -> network.interfaces.get(gateway.networkInterfaceId()))
                .findFirst()
                .orElse(null);
    }

    private Network.@Nullable PeeringConnection connection(Route route) {
        return network.parts.peeringConnections.stream()
                .filter(candidate -> candidate.id().equals(route.targetId()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable CompiledVpc otherSide(Network.PeeringConnection connection, CompiledVpc vpc) {
        boolean requester = connection.requesterVpcId().equals(vpc.vpc.id());
        return network.vpcs.get(requester ? connection.accepterVpcId() : connection.requesterVpcId());
    }

    private static Hop.Stage stage(RouteTarget target) {
        return switch (target) {
            case LOCAL -> Hop.Stage.ROUTE;
            case INTERNET_GATEWAY -> Hop.Stage.INTERNET_GATEWAY;
            case EGRESS_ONLY_INTERNET_GATEWAY -> Hop.Stage.EGRESS_ONLY_INTERNET_GATEWAY;
            case NAT_GATEWAY -> Hop.Stage.NAT_GATEWAY;
            case NETWORK_INTERFACE -> Hop.Stage.APPLIANCE;
            case GATEWAY_ENDPOINT -> Hop.Stage.GATEWAY_ENDPOINT;
            case VPC_PEERING_CONNECTION -> Hop.Stage.PEERING_CONNECTION;
            case TRANSIT_GATEWAY -> Hop.Stage.TRANSIT_GATEWAY;
            case VIRTUAL_PRIVATE_GATEWAY, CARRIER_GATEWAY, LOCAL_GATEWAY -> Hop.Stage.OTHER_GATEWAY;
        };
    }
}
