package io.vpclocal.network.transitgateway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAssociation;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachmentAssociation;
import software.amazon.awssdk.services.ec2.model.TransitGatewayPropagation;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;

/** Transit gateways and their parts as the API shows them. */
@Component
class TransitWire {

    static final String VPC = "vpc";

    private final TransitLifecycle lifecycle;

    TransitWire(TransitLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    TransitGateway gateway(TransitGatewayEntity of, List<Tag> tags) {
        return gateway(of, lifecycle.state(of), tags);
    }

    TransitGateway gateway(TransitGatewayEntity of, String state, List<Tag> tags) {
        return TransitGateway.builder()
                .transitGatewayId(of.id())
                .transitGatewayArn(of.scope().arn("ec2", "transit-gateway/" + of.id()))
                .state(state)
                .ownerId(of.account())
                .description(of.description())
                .creationTime(of.createdAt())
                .options(TransitGatewayOptionsWire.toWire(of.switches())
                        .amazonSideAsn(of.amazonSideAsn())
                        .transitGatewayCidrBlocks(of.cidrBlocks().isEmpty() ? null : of.cidrBlocks())
                        .associationDefaultRouteTableId(of.associationTableId())
                        .propagationDefaultRouteTableId(of.propagationTableId())
                        .build())
                .tags(tags)
                .build();
    }

    TransitGatewayVpcAttachment vpcAttachment(TransitAttachmentEntity of, List<Tag> tags) {
        return vpcAttachment(of, lifecycle.state(of), tags);
    }

    /** @param tags null for an untagged new attachment, as recorded from AWS */
    TransitGatewayVpcAttachment vpcAttachment(TransitAttachmentEntity of, String state, @Nullable List<Tag> tags) {
        return TransitGatewayVpcAttachment.builder()
                .transitGatewayAttachmentId(of.id())
                .transitGatewayId(of.transitGatewayId())
                .vpcId(of.vpcId())
                .vpcOwnerId(of.account())
                .state(state)
                .subnetIds(of.subnets().stream().map(AttachmentSubnet::subnetId).toList())
                .creationTime(of.createdAt())
                .options(TransitAttachmentOptionsWire.toWire(of.switches()))
                .tags(tags)
                .build();
    }

    TransitGatewayAttachment attachment(TransitAttachmentEntity of, List<Tag> tags) {
        String table = of.routeTableId();
        return TransitGatewayAttachment.builder()
                .transitGatewayAttachmentId(of.id())
                .transitGatewayId(of.transitGatewayId())
                .transitGatewayOwnerId(of.account())
                .resourceOwnerId(of.account())
                .resourceType(VPC)
                .resourceId(of.vpcId())
                .state(lifecycle.state(of))
                .association(
                        table == null
                                ? null
                                : TransitGatewayAttachmentAssociation.builder()
                                        .transitGatewayRouteTableId(table)
                                        .state("associated")
                                        .build())
                .creationTime(of.createdAt())
                .tags(tags)
                .build();
    }

    /** @param gateway the table's transit gateway; null if it is gone */
    TransitGatewayRouteTable table(
            TransitRouteTableEntity of, String state, @Nullable TransitGatewayEntity gateway, List<Tag> tags) {
        return TransitGatewayRouteTable.builder()
                .transitGatewayRouteTableId(of.id())
                .transitGatewayId(of.transitGatewayId())
                .state(state)
                .defaultAssociationRouteTable(gateway != null && of.id().equals(gateway.associationTableId()))
                .defaultPropagationRouteTable(gateway != null && of.id().equals(gateway.propagationTableId()))
                .creationTime(of.createdAt())
                .tags(tags)
                .build();
    }

    static TransitGatewayAssociation association(TransitAttachmentEntity of, String tableId, String state) {
        return TransitGatewayAssociation.builder()
                .transitGatewayRouteTableId(tableId)
                .transitGatewayAttachmentId(of.id())
                .resourceId(of.vpcId())
                .resourceType(VPC)
                .state(state)
                .build();
    }

    static TransitGatewayPropagation propagation(TransitAttachmentEntity of, String tableId, String state) {
        return TransitGatewayPropagation.builder()
                .transitGatewayAttachmentId(of.id())
                .resourceId(of.vpcId())
                .resourceType(VPC)
                .transitGatewayRouteTableId(tableId)
                .state(state)
                .build();
    }

    static TransitGatewayRoute route(TransitRoutes.InForce of, String state) {
        TransitAttachmentEntity attachment = of.attachment();
        return TransitGatewayRoute.builder()
                .destinationCidrBlock(of.destination().toString())
                .transitGatewayAttachments(
                        attachment == null
                                ? null
                                : List.of(TransitGatewayRouteAttachment.builder()
                                        .resourceId(attachment.vpcId())
                                        .transitGatewayAttachmentId(attachment.id())
                                        .resourceType(VPC)
                                        .build()))
                .type(type(of))
                .state(state)
                .build();
    }

    static String type(TransitRoutes.InForce route) {
        return route.propagated() ? "propagated" : "static";
    }

    static String state(TransitRoutes.InForce route) {
        return route.active() ? "active" : "blackhole";
    }
}
