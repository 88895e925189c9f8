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
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;

/**
 * Paths through the route table of an internet gateway or virtual private gateway, which leads to an appliance (AWS
 * documentation, Reachability Analyzer guide: INGRESS_RTB_NO_PUBLIC_IP, INGRESS_RTB_TRAFFIC_REDIRECTION; VPC User Guide,
 * "Gateway route tables": no asymmetric routing, and a public address for traffic of internet gateways).
 */
final class IngressRoutes {

    private final NetworkInventory parts;

    IngressRoutes(NetworkInventory parts) {
        this.parts = parts;
    }

    /** A route of a gateway's table that makes a path impossible, and the appliance that it leads to. */
    record Refusal(
            ExplanationCode code,
            String gatewayId,
            Network.RouteTable table,
            Network.Route route,
            Network.NetworkInterface appliance) {}

    /** Empty if the path is possible. */
    Optional<Refusal> refusal(PathQuestion question, Way way) {
        if (question.source() instanceof PathEnd.InternetGateway gateway) {
            return withoutPublicAddress(gateway, way).or(() -> redirected(gateway.id(), way, true));
        }
        if (question.source() instanceof PathEnd.VpnGateway gateway) {
            return redirected(gateway.id(), way, true);
        }
        boolean leaves = question.destination() instanceof PathEnd.InternetGateway
                || question.destination() instanceof PathEnd.VpnGateway;
        return leaves ? redirected(question.destination().id(), way, false) : Optional.empty();
    }

    /** An appliance needs a public address to get packets from the internet. */
    private Optional<Refusal> withoutPublicAddress(PathEnd.InternetGateway gateway, Way way) {
        Network.RouteTable table = parts.edgeTableOf(gateway.id());
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
                                gateway.id(),
                                table,
                                PathFilter.arrived(way).destination())
                        .filter(found -> found.appliance().interfaceType().equals("interface")
                                && found.appliance().addresses().stream()
                                        .allMatch(address -> address.publicAddress() == null))
                : Optional.empty();
    }

    /**
     * A subnet's traffic that comes in through an appliance must leave through it.
     *
     * @param answer whether the answers leave through the gateway, and not the requests
     */
    private Optional<Refusal> redirected(String gatewayId, Way way, boolean answer) {
        Network.RouteTable table = parts.edgeTableOf(gatewayId);
        Observation last = way.verdict().observations().stream()
                .filter(seen -> seen.answer() == answer)
                .reduce((one, next) -> next)
                .orElse(null);
        return table == null || last == null
                ? Optional.empty()
                : refusal(
                                ExplanationCode.INGRESS_RTB_TRAFFIC_REDIRECTION,
                                gatewayId,
                                table,
                                last.packet().source())
                        .filter(found -> !found.appliance()
                                .id()
                                .equals(last.networkInterface().id()));
    }

    private Optional<Refusal> refusal(
            ExplanationCode code, String gatewayId, Network.RouteTable table, IpAddress address) {
        Network.Route route = best(table, address);
        String target = route == null ? null : route.targetId();
        Network.NetworkInterface appliance = target == null ? null : parts.networkInterface(target);
        return route == null || appliance == null
                ? Optional.empty()
                : Optional.of(new Refusal(code, gatewayId, table, route, appliance));
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
        explanations.at(refusal.code(), refusal.appliance(), members -> {
            AnalysisComponent gateway = explanations.of(refusal.gatewayId());
            boolean vpn = refusal.gatewayId().startsWith("vgw-");
            return (vpn ? members.vpnGateway(gateway) : members.internetGateway(gateway))
                    .direction(in ? "ingress" : "egress")
                    .ingressRouteTable(explanations.of(refusal.table().id()))
                    .routeTableRoute(Components.route(refusal.route(), false));
        });
    }
}
