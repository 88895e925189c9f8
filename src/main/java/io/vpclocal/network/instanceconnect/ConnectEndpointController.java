package io.vpclocal.network.instanceconnect;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateInstanceConnectEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateInstanceConnectEndpointResponse;
import software.amazon.awssdk.services.ec2.model.DeleteInstanceConnectEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInstanceConnectEndpointResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceConnectEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceConnectEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2InstanceConnectEndpoint;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceConnectEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceConnectEndpointResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class ConnectEndpointController {

    private static final String NO_CONNECTIONS = "connections through the endpoint";

    private final ConnectEndpointService endpoints;
    private final ClientTokens clientTokens;
    private final TagStore tags;

    ConnectEndpointController(ConnectEndpointService endpoints, ClientTokens clientTokens, TagStore tags) {
        this.endpoints = endpoints;
        this.clientTokens = clientTokens;
        this.tags = tags;
    }

    @AwsAction(tags = "instance-connect-endpoint", missing = NO_CONNECTIONS)
    CreateInstanceConnectEndpointResponse createInstanceConnectEndpoint(
            CreateInstanceConnectEndpointRequest request, Call call) {
        require(request.subnetId(), "subnetId");
        ConnectEndpointEntity made = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> endpoints.find(call.scope(), id),
                () -> endpoints.create(call.scope(), request));
        return CreateInstanceConnectEndpointResponse.builder()
                .instanceConnectEndpoint(toWire(made, "create-in-progress", tags.of(call.scope(), made.id())))
                .clientToken(request.clientToken())
                .build();
    }

    @AwsAction
    DescribeInstanceConnectEndpointsResponse describeInstanceConnectEndpoints(
            DescribeInstanceConnectEndpointsRequest request, Call call) {
        Page<ConnectEndpointEntity> page = endpoints.describe(call.scope(), request);
        return DescribeInstanceConnectEndpointsResponse.builder()
                .instanceConnectEndpoints(page.map(
                        (endpoint, its) -> toWire(endpoint, ConnectEndpointWire.COMPLETE, its),
                        ConnectEndpointEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction(missing = "changing the IP address type")
    ModifyInstanceConnectEndpointResponse modifyInstanceConnectEndpoint(
            ModifyInstanceConnectEndpointRequest request, Call call) {
        endpoints.modify(
                call.scope(), require(request.instanceConnectEndpointId(), "instanceConnectEndpointId"), request);
        return ModifyInstanceConnectEndpointResponse.builder().returnValue(true).build();
    }

    @AwsAction
    DeleteInstanceConnectEndpointResponse deleteInstanceConnectEndpoint(
            DeleteInstanceConnectEndpointRequest request, Call call) {
        String id = require(request.instanceConnectEndpointId(), "instanceConnectEndpointId");
        List<String> groupIds = endpoints
                .find(call.scope(), id)
                .map(found -> endpoints.interfaceOf(found).groupIds())
                .orElse(List.of());
        ConnectEndpointEntity gone = endpoints.delete(call.scope(), id);
        List<Tag> its = tags.of(call.scope(), id);
        tags.forget(call.scope(), id);
        return DeleteInstanceConnectEndpointResponse.builder()
                .instanceConnectEndpoint(ConnectEndpointWire.toWire(gone, "delete-in-progress", groupIds, its))
                .build();
    }

    private Ec2InstanceConnectEndpoint toWire(ConnectEndpointEntity endpoint, String state, List<Tag> its) {
        return ConnectEndpointWire.toWire(
                endpoint, state, endpoints.interfaceOf(endpoint).groupIds(), its);
    }
}
