package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceResponse;

@AwsController
class NetworkInterfaceController {

    private final NetworkInterfaceService service;
    private final NetworkInterfaces interfaces;
    private final NetworkInterfaceDescriptions descriptions;
    private final ClientTokens clientTokens;
    private final TagStore tags;

    NetworkInterfaceController(
            NetworkInterfaceService service,
            NetworkInterfaces interfaces,
            NetworkInterfaceDescriptions descriptions,
            ClientTokens clientTokens,
            TagStore tags) {
        this.service = service;
        this.interfaces = interfaces;
        this.descriptions = descriptions;
        this.clientTokens = clientTokens;
        this.tags = tags;
    }

    @AwsAction(tags = "network-interface", missing = "traffic to addresses of delegated IPv6 prefixes")
    CreateNetworkInterfaceResponse createNetworkInterface(CreateNetworkInterfaceRequest request, Call call) {
        NetworkInterfaceEntity made = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> interfaces.find(call.scope(), id),
                () -> service.create(call.scope(), call.caller().userId(), request));
        return CreateNetworkInterfaceResponse.builder()
                .networkInterface(
                        descriptions.wire(call.scope(), made).toWire(made, tags.of(call.scope(), made.id()), "pending"))
                .clientToken(request.clientToken())
                .build();
    }

    @AwsAction
    DescribeNetworkInterfacesResponse describeNetworkInterfaces(DescribeNetworkInterfacesRequest request, Call call) {
        return descriptions.describe(call.scope(), request);
    }

    @AwsAction
    DeleteNetworkInterfaceResponse deleteNetworkInterface(DeleteNetworkInterfaceRequest request, Call call) {
        service.delete(call.scope(), require(request.networkInterfaceId(), "networkInterfaceId"));
        return DeleteNetworkInterfaceResponse.builder().build();
    }

    @AwsAction
    AttachNetworkInterfaceResponse attachNetworkInterface(AttachNetworkInterfaceRequest request, Call call) {
        Attachment attachment = service.attach(
                call.scope(),
                require(request.networkInterfaceId(), "networkInterfaceId"),
                require(request.instanceId(), "instanceId"),
                require(request.deviceIndex(), "deviceIndex"));
        return AttachNetworkInterfaceResponse.builder()
                .attachmentId(attachment.attachmentId())
                .networkCardIndex(attachment.networkCardIndex())
                .build();
    }

    @AwsAction
    DetachNetworkInterfaceResponse detachNetworkInterface(DetachNetworkInterfaceRequest request, Call call) {
        service.detach(call.scope(), require(request.attachmentId(), "attachmentId"));
        return DetachNetworkInterfaceResponse.builder().build();
    }
}
