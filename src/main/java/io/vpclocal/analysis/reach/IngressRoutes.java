package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.Observation;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paths through the route table of an internet gateway, which leads to an appliance (AWS documentation, Reachability
 * Analyzer guide: INGRESS_RTB_NO_PUBLIC_IP, INGRESS_RTB_TRAFFIC_REDIRECTION).
 */
final class IngressRoutes {

    private final NetworkInventory parts;

    IngressRoutes(NetworkInventory parts) {
        this.parts = parts;
    }

    /** A route of a gateway's table that makes a path impossible, and the appliance that it leads to. */
    record Refusal(
            ExplanationCode code,
            Network.InternetGateway gateway,
            Network.RouteTable table,
            Network.Route route,
            Network.NetworkInterface appliance) {}

    /** Empty if the path is possible. */
    Optional<Refusal> refusal(PathQuestion question, Way way) {
        if (question.source() instanceof PathEnd.InternetGateway gateway) {
            return withoutPublicAddress(gateway, way);
        }
        return question.destination() instanceof PathEnd.InternetGateway gateway
                ? redirected(gateway, way)
                : Optional.empty();
    }

    /** An appliance needs a public address to get packets from the internet. */
    private Optional<Refusal> withoutPublicAddress(PathEnd.InternetGateway gateway, Way way) {
        Network.RouteTable table = parts.edgeTableOf(gateway.vpcId());
        if (table == null) {
            return Optional.empty();
        }
        String id = table.id();
        boolean used = way.forward().stream()
                .anyMatch(
                        hop -> hop.stage() == Hop.Stage.ROUTE && hop.component().equals(id));
        return used
                ? refusal(
                                ExplanationCode.INGRESS_RTB_NO_PUBLIC_IP,
                                gateway,
                                table,
                                PathFilter.arrived(way).destination())
                        .filter(found -> found.appliance().interfaceType().equals("interface")
                                && found.appliance().addresses().stream()
                                        .allMatch(address -> address.publicAddress() == null))
                : Optional.empty();
    }

    /** A subnet's traffic that comes in through an appliance must leave through it. */
    private Optional<Refusal> redirected(PathEnd.InternetGateway gateway, Way way) {
        Network.RouteTable table = parts.edgeTableOf(gateway.vpcId());
        Observation last = way.verdict().observations().stream()
                .filter(seen -> !seen.answer())
                .reduce((one, next) -> next)
                .orElse(null);
        return table == null || last == null
                ? Optional.empty()
                : refusal(
                                ExplanationCode.INGRESS_RTB_TRAFFIC_REDIRECTION,
                                gateway,
                                table,
                                last.packet().source())
                        .filter(found -> !found.appliance()
                                .id()
                                .equals(last.networkInterface().id()));
    }

    private Optional<Refusal> refusal(
            ExplanationCode code, PathEnd.InternetGateway at, Network.RouteTable table, IpAddress address) {
        Network.InternetGateway gateway = parts.internetGateway(at.id());
        Network.Route route = best(table, address);
        String target = route == null ? null : route.targetId();
        Network.NetworkInterface appliance = target == null ? null : parts.networkInterface(target);
        return gateway == null || route == null || appliance == null
                ? Optional.empty()
                : Optional.of(new Refusal(code, gateway, table, route, appliance));
    }

    private Network.@Nullable Route best(Network.RouteTable table, IpAddress address) {
        return table.routes().stream()
                .filter(route -> length(route, address) >= 0)
                .max(Comparator.comparingInt(route -> length(route, address)))
                .orElse(null);
    }

    private int length(Network.Route route, IpAddress address) {
        return parts.cidrs(route.destination()).stream()
                .filter(cidr -> cidr.contains(address))
                .mapToInt(Cidr::prefixLength)
                .max()
                .orElse(-1);
    }

    static void explain(Refusal refusal, Explanations explanations) {
        boolean in = refusal.code() == ExplanationCode.INGRESS_RTB_NO_PUBLIC_IP;
        explanations.at(refusal.code(), refusal.appliance(), members -> members.direction(in ? "ingress" : "egress")
                .internetGateway(explanations.of(refusal.gateway().id()))
                .ingressRouteTable(explanations.of(refusal.table().id()))
                .routeTableRoute(Components.route(refusal.route(), false)));
    }
}
