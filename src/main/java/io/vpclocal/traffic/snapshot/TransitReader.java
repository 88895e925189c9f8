package io.vpclocal.traffic.snapshot;

import io.vpclocal.network.transitgateway.AttachmentSubnet;
import io.vpclocal.network.transitgateway.TransitAttachmentEntity;
import io.vpclocal.network.transitgateway.TransitAttachmentService;
import io.vpclocal.network.transitgateway.TransitRoutes;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds the attachments and route tables of transit gateways to a snapshot. */
@Component
class TransitReader {

    private final TransitAttachmentService attachments;
    private final TransitRoutes routes;

    TransitReader(TransitAttachmentService attachments, TransitRoutes routes) {
        this.attachments = attachments;
        this.routes = routes;
    }

    void add(NetworkSnapshot.Builder network, Scope scope) {
        List<TransitAttachmentEntity> all = attachments.available(scope);
        if (all.isEmpty()) {
            return;
        }
        all.forEach(one -> network.add(attachment(one)));
        routes.all(scope)
                .forEach((table, its) -> network.add(new Network.TransitGatewayRouteTable(
                        table, its.stream().map(TransitReader::route).toList())));
    }

    boolean settled(Scope scope) {
        return attachments.settled(scope);
    }

    private Network.TransitGatewayAttachment attachment(TransitAttachmentEntity of) {
        return new Network.TransitGatewayAttachment(
                of.id(),
                of.transitGatewayId(),
                of.vpcId(),
                of.subnets().stream()
                        .collect(Collectors.toMap(AttachmentSubnet::zoneId, AttachmentSubnet::interfaceId)),
                of.applianceMode(),
                attachments.refersToGroups(of),
                of.routeTableId());
    }

    private static Network.TransitGatewayRoute route(TransitRoutes.InForce route) {
        TransitAttachmentEntity to = route.active() ? route.attachment() : null;
        return new Network.TransitGatewayRoute(
                SnapshotParts.cidr(route.destination()), to == null ? null : to.id(), route.propagated());
    }
}
