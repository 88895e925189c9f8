package io.vpclocal.network.natgateway;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssignPrivateNatGatewayAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssignPrivateNatGatewayAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateNatGatewayAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateNatGatewayAddressResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateNatGatewayAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateNatGatewayAddressResponse;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateNatGatewayAddressRequest;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateNatGatewayAddressResponse;

@AwsController
class NatGatewayAddressController {

    private final NatGatewayAddresses addresses;

    NatGatewayAddressController(NatGatewayAddresses addresses) {
        this.addresses = addresses;
    }

    @AwsAction(missing = "regional NAT gateways")
    AssociateNatGatewayAddressResponse associateNatGatewayAddress(
            AssociateNatGatewayAddressRequest request, Call call) {
        if (request.availabilityZone() != null || request.availabilityZoneId() != null) {
            throw CommonErrors.notHere("regional NAT gateways");
        }
        NatGatewayAddresses.Changed changed = addresses.associate(
                call.scope(),
                require(request.natGatewayId(), "natGatewayId"),
                requireAny(request.allocationIds(), "allocationId"),
                request.privateIpAddresses());
        return AssociateNatGatewayAddressResponse.builder()
                .natGatewayId(changed.gateway().id())
                .natGatewayAddresses(NatGatewayWire.secondaries(changed, "associating"))
                .build();
    }

    @AwsAction
    DisassociateNatGatewayAddressResponse disassociateNatGatewayAddress(
            DisassociateNatGatewayAddressRequest request, Call call) {
        requireDrain(request.maxDrainDurationSeconds());
        NatGatewayAddresses.Changed changed = addresses.disassociate(
                call.scope(),
                require(request.natGatewayId(), "natGatewayId"),
                requireAny(request.associationIds(), "associationId"));
        return DisassociateNatGatewayAddressResponse.builder()
                .natGatewayId(changed.gateway().id())
                .natGatewayAddresses(NatGatewayWire.secondaries(changed, "disassociating"))
                .build();
    }

    @AwsAction
    AssignPrivateNatGatewayAddressResponse assignPrivateNatGatewayAddress(
            AssignPrivateNatGatewayAddressRequest request, Call call) {
        String id = require(request.natGatewayId(), "natGatewayId");
        List<String> wanted = request.privateIpAddresses();
        Integer count = request.privateIpAddressCount();
        NatGatewayPlan.requireOne(wanted, "PrivateIpAddresses", count, "PrivateIpAddressCount");
        if (wanted.isEmpty() && count == null) {
            throw NatGatewayErrors.noAddress();
        }
        NatGatewayAddresses.Changed changed = addresses.assign(call.scope(), id, wanted, count == null ? 0 : count);
        return AssignPrivateNatGatewayAddressResponse.builder()
                .natGatewayId(id)
                .natGatewayAddresses(NatGatewayWire.secondaries(changed, "assigning"))
                .build();
    }

    @AwsAction
    UnassignPrivateNatGatewayAddressResponse unassignPrivateNatGatewayAddress(
            UnassignPrivateNatGatewayAddressRequest request, Call call) {
        requireDrain(request.maxDrainDurationSeconds());
        NatGatewayAddresses.Changed changed = addresses.unassign(
                call.scope(),
                require(request.natGatewayId(), "natGatewayId"),
                requireAny(request.privateIpAddresses(), "privateIpAddress"));
        return UnassignPrivateNatGatewayAddressResponse.builder()
                .natGatewayId(changed.gateway().id())
                .natGatewayAddresses(NatGatewayWire.secondaries(changed, "unassigning"))
                .build();
    }

    /** Connections do not outlive a call here, so an address goes at once. */
    private static void requireDrain(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 1 || seconds > NatGatewayLimits.LONGEST_DRAIN_SECONDS)) {
            throw NatGatewayErrors.outOfRange(
                    "MaxDrainDurationSeconds", seconds, NatGatewayLimits.LONGEST_DRAIN_SECONDS);
        }
    }
}
