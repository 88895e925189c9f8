package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;

/** Explains why no route leads to the destination: for each route with the right target, why it is not used. */
final class RouteExplainer {

    private final Explanations explanations;
    private final PathQuestion question;

    RouteExplainer(Explanations explanations, PathQuestion question) {
        this.explanations = explanations;
        this.question = question;
    }

    void missing(ObstacleExplainer.At obstacle) {
        explain(obstacle.at(), obstacle.stop().packet().destination(), obstacle.answer());
    }

    /** For a packet that was routed, but not to the destination. */
    void explain(Network.NetworkInterface at, IpAddress to, boolean answer) {
        NetworkInventory parts = explanations.terrain.homes().apply(at).parts();
        Network.RouteTable table = parts.tableOf(at.subnetId());
        PathEnd pathEnd = answer ? question.source() : question.destination();
        boolean any = false;
        for (Network.Route route : table.routes()) {
            if (leadsTo(parts, table, route, pathEnd, to)) {
                any |= explain(parts, table, route, to, pathEnd);
            }
        }
        if (!any) {
            explanations.add(ExplanationCode.NO_ROUTE_TO_DESTINATION, members -> members.routeTable(of(table.id()))
                    .vpc(of(table.vpcId()))
                    .subnet(of(at.subnetId()))
                    .destination(destination(pathEnd))
                    .addresses(to.toString()));
        }
    }

    private boolean explain(
            NetworkInventory parts, Network.RouteTable table, Network.Route route, IpAddress to, PathEnd pathEnd) {
        List<Cidr> own = parts.cidrs(route.destination());
        Optional<Cidr> fitting = own.stream().filter(cidr -> cidr.contains(to)).max(RouteExplainer::longer);
        Network.Route winner = winner(parts, table, to);
        ExplanationCode code;
        if (fitting.isEmpty()) {
            code = route.target() == Network.RouteTarget.LOCAL
                    ? ExplanationCode.VPC_LOCAL_ROUTE_CIDR_RESTRICTION
                    : ExplanationCode.CANNOT_ROUTE;
        } else if (winner == null || winner.equals(route)) {
            return false;
        } else {
            code = length(parts, winner, to) > fitting.get().prefixLength()
                    ? ExplanationCode.MORE_SPECIFIC_ROUTE
                    : ExplanationCode.HIGHER_PRIORITY_ROUTE;
        }
        Network.Route shown =
                code == ExplanationCode.CANNOT_ROUTE || code == ExplanationCode.VPC_LOCAL_ROUTE_CIDR_RESTRICTION
                        ? route
                        : winner;
        explanations.add(code, members -> members.routeTable(of(table.id()))
                .routeTableRoute(Components.route(shown == null ? route : shown, false))
                .vpc(of(table.vpcId()))
                .destination(destination(pathEnd))
                .prefixList(route.destination() instanceof Network.PrefixListPeer list ? of(list.prefixListId()) : null)
                .cidrs(own.stream().map(Cidr::toString).toList())
                .addresses(to.toString()));
        return true;
    }

    void blackhole(ObstacleExplainer.At obstacle) {
        Network.NetworkInterface at = obstacle.at();
        NetworkInventory parts = explanations.terrain.homes().apply(at).parts();
        String tableId = obstacle.stop().hop().component();
        Network.RouteTable table = parts.table(tableId);
        Network.Route route =
                table == null ? null : Matched.route(table, obstacle.stop().hop());
        explanations.add(ExplanationCode.BAD_STATE_ROUTE, members -> members.routeTable(of(tableId))
                .routeTableRoute(route == null ? null : Components.route(route, true))
                .vpc(of(parts.vpcOf(at)))
                .state("blackhole"));
    }

    private boolean leadsTo(
            NetworkInventory parts, Network.RouteTable table, Network.Route route, PathEnd pathEnd, IpAddress to) {
        String target = route.targetId();
        if (pathEnd instanceof PathEnd.InternetGateway
                || pathEnd instanceof PathEnd.Peering
                || pathEnd instanceof PathEnd.VpnGateway) {
            return pathEnd.id().equals(target);
        }
        if (pathEnd instanceof PathEnd.GatewayEndpoint endpoint) {
            return endpoint.id().equals(target);
        }
        if (pathEnd instanceof PathEnd.Interfaces at) {
            return at.interfaceIds().stream()
                    .map(parts::networkInterface)
                    .anyMatch(one -> one != null && leadsTo(parts, table, route, parts.vpcOf(one)));
        }
        return !to.isPrivate() && route.target() == Network.RouteTarget.INTERNET_GATEWAY;
    }

    private static boolean leadsTo(
            NetworkInventory parts, Network.RouteTable table, Network.Route route, String vpcId) {
        if (route.target() == Network.RouteTarget.LOCAL) {
            return table.vpcId().equals(vpcId);
        }
        String id = route.targetId();
        Network.PeeringConnection connection = id == null ? null : parts.peering(id);
        return connection != null
                && !table.vpcId().equals(vpcId)
                && (connection.accepterVpcId().equals(vpcId)
                        || connection.requesterVpcId().equals(vpcId));
    }

    /** The route in use: the longest prefix, then local, static, prefix list, propagated. */
    private static Network.@Nullable Route winner(NetworkInventory parts, Network.RouteTable table, IpAddress to) {
        Network.Route best = null;
        for (Network.Route route : table.routes()) {
            int length = length(parts, route, to);
            int against = best == null ? -1 : length(parts, best, to);
            boolean better = length > against || best != null && length == against && rank(route) < rank(best);
            if (length >= 0 && better) {
                best = route;
            }
        }
        return best;
    }

    private static int rank(Network.Route route) {
        if (route.target() == Network.RouteTarget.LOCAL) {
            return 0;
        }
        if (route.propagated()) {
            return 3;
        }
        return route.destination() instanceof Network.CidrPeer ? 1 : 2;
    }

    private static int length(NetworkInventory parts, Network.Route route, IpAddress to) {
        return parts.cidrs(route.destination()).stream()
                .filter(cidr -> cidr.contains(to))
                .mapToInt(Cidr::prefixLength)
                .max()
                .orElse(-1);
    }

    private static int longer(Cidr one, Cidr other) {
        return Integer.compare(one.prefixLength(), other.prefixLength());
    }

    private AnalysisComponent of(String id) {
        return explanations.of(id);
    }

    private @Nullable AnalysisComponent destination(PathEnd pathEnd) {
        return pathEnd instanceof PathEnd.Address ? null : of(pathEnd.id());
    }
}
