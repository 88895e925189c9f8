package io.vpclocal.network.vpngateway;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttachVpnGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachVpnGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpnGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpnGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpnGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpnGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DetachVpnGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachVpnGatewayResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;

@AwsController
class VpnGatewayController {

    private final VpnGatewayService gateways;
    private final Describer describer;
    private final TagStore tags;
    private final Clock clock;

    VpnGatewayController(VpnGatewayService gateways, Describer describer, TagStore tags, Clock clock) {
        this.gateways = gateways;
        this.describer = describer;
        this.tags = tags;
        this.clock = clock;
    }

    @AwsAction(tags = "vpn-gateway")
    CreateVpnGatewayResponse createVpnGateway(CreateVpnGatewayRequest request, Call call) {
        requireType(request.typeAsString());
        VpnGatewayEntity made = gateways.create(call.scope(), request);
        List<Tag> its = tags.of(call.scope(), made.id());
        // Recorded from AWS: an untagged gateway has no tag set in this answer, and an empty one when it is described.
        return CreateVpnGatewayResponse.builder()
                .vpnGateway(VpnGatewayWire.toWire(made, clock.instant(), orAbsent(its)))
                .build();
    }

    @AwsAction
    DescribeVpnGatewaysResponse describeVpnGateways(DescribeVpnGatewaysRequest request, Call call) {
        Instant now = clock.instant();
        Page<VpnGatewayEntity> page = describer.page(
                filters(now),
                Visible.named(VpnGatewayService.KIND, gateways.visible(call.scope()), request.vpnGatewayIds()),
                VpnGatewayEntity::id,
                call.action(),
                call.scope(),
                request.filters(),
                null,
                null);
        return DescribeVpnGatewaysResponse.builder()
                .vpnGateways(page.map((gateway, its) -> VpnGatewayWire.toWire(gateway, now, its), VpnGatewayEntity::id))
                .build();
    }

    @AwsAction
    AttachVpnGatewayResponse attachVpnGateway(AttachVpnGatewayRequest request, Call call) {
        String id = require(request.vpnGatewayId(), "vpnGatewayId");
        String vpcId = require(request.vpcId(), "vpcId");
        gateways.attach(call.scope(), id, vpcId);
        return AttachVpnGatewayResponse.builder()
                .vpcAttachment(VpnGatewayWire.attachment(vpcId, "attaching"))
                .build();
    }

    @AwsAction
    DetachVpnGatewayResponse detachVpnGateway(DetachVpnGatewayRequest request, Call call) {
        gateways.detach(
                call.scope(), require(request.vpnGatewayId(), "vpnGatewayId"), require(request.vpcId(), "vpcId"));
        return DetachVpnGatewayResponse.builder().build();
    }

    @AwsAction
    DeleteVpnGatewayResponse deleteVpnGateway(DeleteVpnGatewayRequest request, Call call) {
        gateways.delete(call.scope(), require(request.vpnGatewayId(), "vpnGatewayId"));
        return DeleteVpnGatewayResponse.builder().build();
    }

    /** @throws AwsException if the type of a gateway is missing or unknown */
    static void requireType(@Nullable String type) {
        if (!require(type, "type").equals(VpnGatewayWire.TYPE)) {
            throw Ec2Errors.invalidValue("type", type, "Expecting " + VpnGatewayWire.TYPE + ".");
        }
    }

    private static Describe<VpnGatewayEntity> filters(Instant now) {
        return Describe.<VpnGatewayEntity>filters()
                .filter("amazon-side-asn", VpnGatewayEntity::amazonSideAsn)
                .filter("attachment.state", gateway -> VpnGatewayWire.attachments(gateway, now).stream()
                        .map(VpcAttachment::stateAsString)
                        .toList())
                .filter("attachment.vpc-id", gateway -> VpnGatewayWire.attachments(gateway, now).stream()
                        .map(VpcAttachment::vpcId)
                        .toList())
                .filter("availability-zone", VpnGatewayEntity::availabilityZone)
                .filter("state", VpnGatewayEntity::state)
                .filter("type", gateway -> VpnGatewayWire.TYPE)
                .filter("vpn-gateway-id", VpnGatewayEntity::id)
                .tags()
                .build();
    }
}
