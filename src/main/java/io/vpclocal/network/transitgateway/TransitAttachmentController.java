package io.vpclocal.network.transitgateway;

import io.vpclocal.network.vpngateway.Visible;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayVpcAttachmentResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class TransitAttachmentController {

    private final TransitAttachmentService attachments;
    private final TransitWire wire;
    private final Describe<TransitAttachmentEntity> ofVpcs;
    private final Describe<TransitAttachmentEntity> all;
    private final Describer describer;
    private final TagStore tags;

    TransitAttachmentController(
            TransitAttachmentService attachments,
            TransitWire wire,
            TransitLifecycle lifecycle,
            Describer describer,
            TagStore tags) {
        this.attachments = attachments;
        this.wire = wire;
        this.describer = describer;
        this.tags = tags;
        this.ofVpcs = filters(lifecycle)
                .filter("vpc-id", TransitAttachmentEntity::vpcId)
                .build();
        this.all = filters(lifecycle)
                .filter("association.state", of -> of.routeTableId() == null ? null : "associated")
                .filter("association.transit-gateway-route-table-id", TransitAttachmentEntity::routeTableId)
                .filter("resource-id", TransitAttachmentEntity::vpcId)
                .filter("resource-owner-id", TransitAttachmentEntity::account)
                .filter("resource-type", of -> TransitWire.VPC)
                .filter("transit-gateway-owner-id", TransitAttachmentEntity::account)
                .build();
    }

    private static Describe.Builder<TransitAttachmentEntity> filters(TransitLifecycle lifecycle) {
        return Describe.<TransitAttachmentEntity>filters()
                .filter("state", lifecycle::state)
                .filter("transit-gateway-attachment-id", TransitAttachmentEntity::id)
                .filter("transit-gateway-id", TransitAttachmentEntity::transitGatewayId)
                .tags();
    }

    @AwsAction(tags = "transit-gateway-attachment")
    CreateTransitGatewayVpcAttachmentResponse createTransitGatewayVpcAttachment(
            CreateTransitGatewayVpcAttachmentRequest request, Call call) {
        TransitAttachmentEntity made = attachments.create(call.scope(), request);
        List<Tag> its = tags.of(call.scope(), made.id());
        return CreateTransitGatewayVpcAttachmentResponse.builder()
                .transitGatewayVpcAttachment(
                        wire.vpcAttachment(made, TransitLifecycle.PENDING, its.isEmpty() ? null : its))
                .build();
    }

    @AwsAction
    DescribeTransitGatewayVpcAttachmentsResponse describeTransitGatewayVpcAttachments(
            DescribeTransitGatewayVpcAttachmentsRequest request, Call call) {
        Page<TransitAttachmentEntity> page = page(
                ofVpcs,
                TransitAttachmentService.VPC_KIND,
                call,
                request.transitGatewayAttachmentIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeTransitGatewayVpcAttachmentsResponse.builder()
                .transitGatewayVpcAttachments(page.map(wire::vpcAttachment, TransitAttachmentEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction(missing = "attachments other than those of VPCs")
    DescribeTransitGatewayAttachmentsResponse describeTransitGatewayAttachments(
            DescribeTransitGatewayAttachmentsRequest request, Call call) {
        Page<TransitAttachmentEntity> page = page(
                all,
                TransitAttachmentService.KIND,
                call,
                request.transitGatewayAttachmentIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeTransitGatewayAttachmentsResponse.builder()
                .transitGatewayAttachments(page.map(wire::attachment, TransitAttachmentEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    private Page<TransitAttachmentEntity> page(
            Describe<TransitAttachmentEntity> describe,
            ResourceKind kind,
            Call call,
            List<String> ids,
            List<Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String nextToken) {
        return describer.page(
                describe,
                Visible.named(kind, attachments.visible(call.scope()), ids),
                TransitAttachmentEntity::id,
                call.action(),
                call.scope(),
                filters,
                maxResults,
                nextToken);
    }

    @AwsAction
    ModifyTransitGatewayVpcAttachmentResponse modifyTransitGatewayVpcAttachment(
            ModifyTransitGatewayVpcAttachmentRequest request, Call call) {
        TransitAttachmentEntity changed = attachments.modify(call.scope(), request);
        return ModifyTransitGatewayVpcAttachmentResponse.builder()
                .transitGatewayVpcAttachment(
                        wire.vpcAttachment(changed, "modifying", tags.of(call.scope(), changed.id())))
                .build();
    }

    @AwsAction
    DeleteTransitGatewayVpcAttachmentResponse deleteTransitGatewayVpcAttachment(
            DeleteTransitGatewayVpcAttachmentRequest request, Call call) {
        String id = TransitErrors.require(request.transitGatewayAttachmentId(), "TransitGatewayAttachmentId");
        return DeleteTransitGatewayVpcAttachmentResponse.builder()
                .transitGatewayVpcAttachment(
                        wire.vpcAttachment(attachments.delete(call.scope(), id), TransitLifecycle.DELETING, List.of()))
                .build();
    }
}
