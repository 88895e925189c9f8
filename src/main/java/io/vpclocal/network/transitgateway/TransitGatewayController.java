package io.vpclocal.network.transitgateway;

import io.vpclocal.network.vpngateway.Visible;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayOptions;

@AwsController
class TransitGatewayController {

    /** What the options of a transit gateway switch on without an effect here. */
    private static final String MISSING =
            "sharing with other accounts, encryption, and multicast domains (the option is only shown)";

    private final TransitGatewayService gateways;
    private final TransitWire wire;
    private final Describe<TransitGatewayEntity> describe;
    private final Describer describer;
    private final TagStore tags;

    TransitGatewayController(
            TransitGatewayService gateways,
            TransitWire wire,
            TransitLifecycle lifecycle,
            Describer describer,
            TagStore tags) {
        this.gateways = gateways;
        this.wire = wire;
        this.describer = describer;
        this.tags = tags;
        this.describe = Describe.<TransitGatewayEntity>filters()
                .filter("options.amazon-side-asn", TransitGatewayEntity::amazonSideAsn)
                .filter("options.association-default-route-table-id", TransitGatewayEntity::associationTableId)
                .filter("options.auto-accept-shared-attachments", option(o -> o.autoAcceptSharedAttachmentsAsString()))
                .filter(
                        "options.default-route-table-association",
                        option(o -> o.defaultRouteTableAssociationAsString()))
                .filter(
                        "options.default-route-table-propagation",
                        option(o -> o.defaultRouteTablePropagationAsString()))
                .filter("options.dns-support", option(o -> o.dnsSupportAsString()))
                .filter("options.propagation-default-route-table-id", TransitGatewayEntity::propagationTableId)
                .filter("options.vpn-ecmp-support", option(o -> o.vpnEcmpSupportAsString()))
                .filter("owner-id", TransitGatewayEntity::account)
                .filter("state", lifecycle::state)
                .filter("transit-gateway-id", TransitGatewayEntity::id)
                .tags()
                .build();
    }

    private static Describe.Value<TransitGatewayEntity> option(Function<TransitGatewayOptions, String> value) {
        return gateway ->
                value.apply(TransitGatewayOptionsWire.toWire(gateway.switches()).build());
    }

    @AwsAction(tags = "transit-gateway", missing = MISSING)
    CreateTransitGatewayResponse createTransitGateway(CreateTransitGatewayRequest request, Call call) {
        TransitGatewayEntity made = gateways.create(call.scope(), request);
        return CreateTransitGatewayResponse.builder()
                .transitGateway(wire.gateway(made, TransitLifecycle.PENDING, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeTransitGatewaysResponse describeTransitGateways(DescribeTransitGatewaysRequest request, Call call) {
        Page<TransitGatewayEntity> page = describer.page(
                describe,
                Visible.named(TransitGatewayService.KIND, gateways.visible(call.scope()), request.transitGatewayIds()),
                TransitGatewayEntity::id,
                call.action(),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeTransitGatewaysResponse.builder()
                .transitGateways(page.map(wire::gateway, TransitGatewayEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    /** The state is that of an answer in the documentation of the AWS CLI. */
    @AwsAction(missing = MISSING)
    ModifyTransitGatewayResponse modifyTransitGateway(ModifyTransitGatewayRequest request, Call call) {
        TransitGatewayEntity changed = gateways.modify(call.scope(), request);
        return ModifyTransitGatewayResponse.builder()
                .transitGateway(wire.gateway(changed, "modifying", tags.of(call.scope(), changed.id())))
                .build();
    }

    @AwsAction
    DeleteTransitGatewayResponse deleteTransitGateway(DeleteTransitGatewayRequest request, Call call) {
        String id = TransitErrors.require(request.transitGatewayId(), "TransitGatewayId");
        TransitGatewayEntity deleted = gateways.delete(call.scope(), id);
        return DeleteTransitGatewayResponse.builder()
                .transitGateway(wire.gateway(deleted, TransitLifecycle.DELETING, List.of()))
                .build();
    }
}
