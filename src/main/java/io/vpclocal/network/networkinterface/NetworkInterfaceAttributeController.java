package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.OneAttribute;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachmentChanges;
import software.amazon.awssdk.services.ec2.model.ResetNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetNetworkInterfaceAttributeResponse;

@AwsController
class NetworkInterfaceAttributeController {

    private final NetworkInterfaceService service;
    private final NetworkInterfaces interfaces;
    private final NetworkInterfaceDescriptions descriptions;

    NetworkInterfaceAttributeController(
            NetworkInterfaceService service, NetworkInterfaces interfaces, NetworkInterfaceDescriptions descriptions) {
        this.service = service;
        this.interfaces = interfaces;
        this.descriptions = descriptions;
    }

    @AwsAction
    ModifyNetworkInterfaceAttributeResponse modifyNetworkInterfaceAttribute(
            ModifyNetworkInterfaceAttributeRequest request, Call call) {
        requireOne(request);
        NetworkInterfaceEntity found =
                service.lockOwn(call.scope(), require(request.networkInterfaceId(), "networkInterfaceId"));
        if (request.description() != null) {
            found.describe(
                    NetworkInterfaceService.description(request.description().value()));
        } else if (request.sourceDestCheck() != null) {
            found.checkSourceAndDestination(require(request.sourceDestCheck().value(), "value"));
        } else if (!request.groups().isEmpty()) {
            interfaces.changeGroups(call.scope(), found.id(), request.groups());
        } else if (request.attachment() != null) {
            change(found, request.attachment());
        } else if (request.connectionTrackingSpecification() != null) {
            found.track(NetworkInterfaceWire.readTracking(request.connectionTrackingSpecification()));
        } else if (request.enablePrimaryIpv6() != null) {
            found.enablePrimaryIpv6(request.enablePrimaryIpv6());
        }
        return ModifyNetworkInterfaceAttributeResponse.builder().build();
    }

    @AwsAction
    DescribeNetworkInterfaceAttributeResponse describeNetworkInterfaceAttribute(
            DescribeNetworkInterfaceAttributeRequest request, Call call) {
        NetworkInterfaceEntity found =
                interfaces.require(call.scope(), require(request.networkInterfaceId(), "networkInterfaceId"));
        DescribeNetworkInterfaceAttributeResponse.Builder response =
                DescribeNetworkInterfaceAttributeResponse.builder().networkInterfaceId(found.id());
        switch (require(request.attribute(), "attribute")) {
            case DESCRIPTION -> response.description(d -> d.value(found.description()));
            case SOURCE_DEST_CHECK -> response.sourceDestCheck(value(found.sourceDestCheck()));
            case GROUP_SET ->
                response.groups(descriptions.wire(call.scope(), found).groups(found));
            case ATTACHMENT ->
                found.attachment().map(NetworkInterfaceWire::attachment).ifPresent(response::attachment);
            case ASSOCIATE_PUBLIC_IP_ADDRESS -> response.associatePublicIpAddress(false);
            case UNKNOWN_TO_SDK_VERSION -> throw Ec2Errors.noAttribute();
        }
        return response.build();
    }

    @AwsAction
    ResetNetworkInterfaceAttributeResponse resetNetworkInterfaceAttribute(
            ResetNetworkInterfaceAttributeRequest request, Call call) {
        NetworkInterfaceEntity found =
                service.lockOwn(call.scope(), require(request.networkInterfaceId(), "networkInterfaceId"));
        if (request.sourceDestCheck() == null) {
            throw Ec2Errors.noAttribute();
        }
        found.checkSourceAndDestination(true);
        return ResetNetworkInterfaceAttributeResponse.builder().build();
    }

    private static void requireOne(ModifyNetworkInterfaceAttributeRequest request) {
        OneAttribute.require(
                request.description(),
                request.sourceDestCheck(),
                request.groups().isEmpty() ? null : request.groups(),
                request.attachment(),
                request.connectionTrackingSpecification(),
                request.enablePrimaryIpv6(),
                request.enaSrdSpecification());
    }

    private static void change(NetworkInterfaceEntity found, NetworkInterfaceAttachmentChanges changes) {
        String id = require(changes.attachmentId(), "attachmentId");
        Attachment attachment = found.attachment()
                .filter(present -> present.attachmentId().equals(id))
                .orElseThrow(() -> NetworkInterfaceErrors.attachmentNotFound(id));
        found.attach(attachment.withDeleteOnTermination(
                require(changes.deleteOnTermination(), "attachment.deleteOnTermination")));
    }

    private static AttributeBooleanValue value(boolean on) {
        return AttributeBooleanValue.builder().value(on).build();
    }
}
