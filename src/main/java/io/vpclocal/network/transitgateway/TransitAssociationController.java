package io.vpclocal.network.transitgateway;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssociateTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateTransitGatewayRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DisableTransitGatewayRouteTablePropagationRequest;
import software.amazon.awssdk.services.ec2.model.DisableTransitGatewayRouteTablePropagationResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateTransitGatewayRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.EnableTransitGatewayRouteTablePropagationRequest;
import software.amazon.awssdk.services.ec2.model.EnableTransitGatewayRouteTablePropagationResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayAttachmentPropagationsRequest;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayAttachmentPropagationsResponse;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTableAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTableAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTablePropagationsRequest;
import software.amazon.awssdk.services.ec2.model.GetTransitGatewayRouteTablePropagationsResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachmentPropagation;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTablePropagation;

/** Which attachments use a route table, and which propagate their routes to it. */
@AwsController
class TransitAssociationController {

    private static final String TABLE = "TransitGatewayRouteTableId";
    private static final String ATTACHMENT = "TransitGatewayAttachmentId";
    private static final String ANNOUNCEMENTS = "route table announcements";
    private static final String ENABLED = "enabled";

    private static final Describe<TransitAttachmentEntity> BY_ATTACHMENT = Describe.<TransitAttachmentEntity>filters()
            .filter("resource-id", TransitAttachmentEntity::vpcId)
            .filter("resource-type", of -> TransitWire.VPC)
            .filter("transit-gateway-attachment-id", TransitAttachmentEntity::id)
            .build();

    private static final Describe<TransitRouteTableEntity> BY_TABLE = Describe.<TransitRouteTableEntity>filters()
            .filter("transit-gateway-route-table-id", TransitRouteTableEntity::id)
            .build();

    private final TransitRouteTableService tables;
    private final Describer describer;

    TransitAssociationController(TransitRouteTableService tables, Describer describer) {
        this.tables = tables;
        this.describer = describer;
    }

    @AwsAction
    AssociateTransitGatewayRouteTableResponse associateTransitGatewayRouteTable(
            AssociateTransitGatewayRouteTableRequest request, Call call) {
        String table = TransitErrors.require(request.transitGatewayRouteTableId(), TABLE);
        String attachment = TransitErrors.require(request.transitGatewayAttachmentId(), ATTACHMENT);
        return AssociateTransitGatewayRouteTableResponse.builder()
                .association(TransitWire.association(
                        tables.associate(call.scope(), table, attachment), table, "associating"))
                .build();
    }

    @AwsAction
    DisassociateTransitGatewayRouteTableResponse disassociateTransitGatewayRouteTable(
            DisassociateTransitGatewayRouteTableRequest request, Call call) {
        String table = TransitErrors.require(request.transitGatewayRouteTableId(), TABLE);
        String attachment = TransitErrors.require(request.transitGatewayAttachmentId(), ATTACHMENT);
        return DisassociateTransitGatewayRouteTableResponse.builder()
                .association(TransitWire.association(
                        tables.disassociate(call.scope(), table, attachment), table, "disassociating"))
                .build();
    }

    @AwsAction
    GetTransitGatewayRouteTableAssociationsResponse getTransitGatewayRouteTableAssociations(
            GetTransitGatewayRouteTableAssociationsRequest request, Call call) {
        TransitRouteTableEntity table = table(request.transitGatewayRouteTableId(), call);
        Page<TransitAttachmentEntity> page =
                page(tables.associated(table), call, request.filters(), request.maxResults(), request.nextToken());
        return GetTransitGatewayRouteTableAssociationsResponse.builder()
                .associations(page.map(of -> TransitGatewayRouteTableAssociation.builder()
                        .transitGatewayAttachmentId(of.id())
                        .resourceId(of.vpcId())
                        .resourceType(TransitWire.VPC)
                        .state("associated")
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction(missing = ANNOUNCEMENTS)
    EnableTransitGatewayRouteTablePropagationResponse enableTransitGatewayRouteTablePropagation(
            EnableTransitGatewayRouteTablePropagationRequest request, Call call) {
        requireNoAnnouncement(request.transitGatewayRouteTableAnnouncementId());
        String table = TransitErrors.require(request.transitGatewayRouteTableId(), TABLE);
        String attachment = TransitErrors.require(request.transitGatewayAttachmentId(), ATTACHMENT);
        return EnableTransitGatewayRouteTablePropagationResponse.builder()
                .propagation(TransitWire.propagation(
                        tables.propagate(call.scope(), table, attachment, true), table, ENABLED))
                .build();
    }

    @AwsAction(missing = ANNOUNCEMENTS)
    DisableTransitGatewayRouteTablePropagationResponse disableTransitGatewayRouteTablePropagation(
            DisableTransitGatewayRouteTablePropagationRequest request, Call call) {
        requireNoAnnouncement(request.transitGatewayRouteTableAnnouncementId());
        String table = TransitErrors.require(request.transitGatewayRouteTableId(), TABLE);
        String attachment = TransitErrors.require(request.transitGatewayAttachmentId(), ATTACHMENT);
        return DisableTransitGatewayRouteTablePropagationResponse.builder()
                .propagation(TransitWire.propagation(
                        tables.propagate(call.scope(), table, attachment, false), table, "disabled"))
                .build();
    }

    @AwsAction
    GetTransitGatewayRouteTablePropagationsResponse getTransitGatewayRouteTablePropagations(
            GetTransitGatewayRouteTablePropagationsRequest request, Call call) {
        TransitRouteTableEntity table = table(request.transitGatewayRouteTableId(), call);
        Page<TransitAttachmentEntity> page =
                page(tables.propagating(table), call, request.filters(), request.maxResults(), request.nextToken());
        return GetTransitGatewayRouteTablePropagationsResponse.builder()
                .transitGatewayRouteTablePropagations(page.map(of -> TransitGatewayRouteTablePropagation.builder()
                        .transitGatewayAttachmentId(of.id())
                        .resourceId(of.vpcId())
                        .resourceType(TransitWire.VPC)
                        .state(ENABLED)
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    GetTransitGatewayAttachmentPropagationsResponse getTransitGatewayAttachmentPropagations(
            GetTransitGatewayAttachmentPropagationsRequest request, Call call) {
        String id = TransitErrors.require(request.transitGatewayAttachmentId(), ATTACHMENT);
        Page<TransitRouteTableEntity> page = describer.page(
                BY_TABLE,
                tables.propagatedTo(tables.requireAttachment(call.scope(), id)),
                TransitRouteTableEntity::id,
                call.action() + id,
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return GetTransitGatewayAttachmentPropagationsResponse.builder()
                .transitGatewayAttachmentPropagations(page.map(of -> TransitGatewayAttachmentPropagation.builder()
                        .transitGatewayRouteTableId(of.id())
                        .state(ENABLED)
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }

    private TransitRouteTableEntity table(@Nullable String id, Call call) {
        return tables.require(call.scope(), TransitErrors.require(id, TABLE));
    }

    private Page<TransitAttachmentEntity> page(
            List<TransitAttachmentEntity> all,
            Call call,
            List<Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String nextToken) {
        return describer.page(
                BY_ATTACHMENT,
                all,
                TransitAttachmentEntity::id,
                call.action(),
                call.scope(),
                filters,
                maxResults,
                nextToken);
    }

    private static void requireNoAnnouncement(@Nullable String id) {
        if (id != null) {
            throw CommonErrors.notHere(ANNOUNCEMENTS);
        }
    }
}
