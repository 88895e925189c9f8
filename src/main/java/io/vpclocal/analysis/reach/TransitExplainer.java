package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTableRoute;

/** Explains why a transit gateway does not carry a packet, and shows the routes of its tables. */
final class TransitExplainer {

    private static final String VPC = "vpc";

    private final Explanations explanations;

    TransitExplainer(Explanations explanations) {
        this.explanations = explanations;
    }

    void refused(ObstacleExplainer.At obstacle) {
        ExplanationCode code = ExplanationCode.valueOf(obstacle.stop().code().name());
        Hop hop = obstacle.stop().hop();
        NetworkInventory parts =
                explanations.terrain.homes().apply(obstacle.at()).parts();
        Network.TransitGatewayAttachment here =
                parts.transitAttachmentOf(obstacle.at().id());
        Network.TransitGatewayAttachment attachment = here == null ? parts.transitAttachment(hop.component()) : here;
        explanations.at(code, obstacle.at(), members -> {
            of(attachment, members);
            return table(parts, hop, members)
                    .addresses(obstacle.stop().packet().destination().toString());
        });
    }

    private void of(Network.@Nullable TransitGatewayAttachment attachment, Explanation.Builder members) {
        if (attachment != null) {
            members.transitGatewayAttachment(explanations.of(attachment.id()))
                    .transitGateway(explanations.of(attachment.transitGatewayId()));
        }
    }

    private Explanation.Builder table(NetworkInventory parts, Hop hop, Explanation.Builder members) {
        String rule = hop.rule();
        Network.TransitGatewayRouteTable table = parts.transitTable(hop.component());
        if (table == null) {
            return rule == null ? members : members.availabilityZoneIds(rule);
        }
        members.transitGatewayRouteTable(explanations.of(table.id()));
        return rule == null ? members : members.transitGatewayRouteTableRoute(route(parts, table, rule));
    }

    /** A route of a table as analyses show it; null if the table has none with that destination. */
    static @Nullable TransitGatewayRouteTableRoute route(
            NetworkInventory parts, Network.TransitGatewayRouteTable table, String destination) {
        return table.routes().stream()
                .filter(route -> route.destination().toString().equals(destination))
                .findFirst()
                .map(route -> toWire(parts, route))
                .orElse(null);
    }

    private static TransitGatewayRouteTableRoute toWire(NetworkInventory parts, Network.TransitGatewayRoute route) {
        String id = route.attachmentId();
        Network.TransitGatewayAttachment to = id == null ? null : parts.transitAttachment(id);
        TransitGatewayRouteTableRoute.Builder shown = TransitGatewayRouteTableRoute.builder()
                .destinationCidr(route.destination().toString())
                .routeOrigin(route.propagated() ? "propagated" : "static")
                .state(to == null ? "blackhole" : "active");
        return to == null
                ? shown.build()
                : shown.attachmentId(to.id())
                        .resourceId(to.vpcId())
                        .resourceType(VPC)
                        .build();
    }
}
