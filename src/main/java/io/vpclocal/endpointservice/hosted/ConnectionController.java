package io.vpclocal.endpointservice.hosted;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.endpointservice.EndpointConnections.Connection;
import io.vpclocal.endpointservice.EndpointConnections.Decision;
import io.vpclocal.endpointservice.hosted.ConnectionService.Described;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

@AwsController
class ConnectionController {

    private final ConnectionService connections;

    ConnectionController(ConnectionService connections) {
        this.connections = connections;
    }

    @AwsAction
    DescribeVpcEndpointConnectionsResponse describeVpcEndpointConnections(
            DescribeVpcEndpointConnectionsRequest request, Call call) {
        Described described = connections.describe(call.scope(), request);
        return DescribeVpcEndpointConnectionsResponse.builder()
                .vpcEndpointConnections(described
                        .page()
                        .map(
                                (connection, tags) -> toWire(
                                        connection,
                                        Objects.requireNonNull(
                                                described.services().get(connection.serviceId())),
                                        tags),
                                Connection::id))
                .nextToken(described.page().nextToken())
                .build();
    }

    @AwsAction
    AcceptVpcEndpointConnectionsResponse acceptVpcEndpointConnections(
            AcceptVpcEndpointConnectionsRequest request, Call call) {
        return AcceptVpcEndpointConnectionsResponse.builder()
                .unsuccessful(decide(call, request.serviceId(), request.vpcEndpointIds(), Decision.ACCEPT))
                .build();
    }

    @AwsAction
    RejectVpcEndpointConnectionsResponse rejectVpcEndpointConnections(
            RejectVpcEndpointConnectionsRequest request, Call call) {
        return RejectVpcEndpointConnectionsResponse.builder()
                .unsuccessful(decide(call, request.serviceId(), request.vpcEndpointIds(), Decision.REJECT))
                .build();
    }

    private List<UnsuccessfulItem> decide(Call call, String serviceId, List<String> endpointIds, Decision decision) {
        return connections.decide(
                call.scope(), require(serviceId, "ServiceId"), requireAny(endpointIds, "VpcEndpointId"), decision);
    }

    private static VpcEndpointConnection toWire(Connection connection, HostedServiceEntity service, List<Tag> tags) {
        List<String> arns = List.copyOf(service.loadBalancerArns());
        return VpcEndpointConnection.builder()
                .serviceId(connection.serviceId())
                .vpcEndpointId(connection.endpointId())
                .vpcEndpointOwner(connection.consumer().account())
                .vpcEndpointRegion(connection.consumer().region())
                .vpcEndpointState(connection.state())
                .creationTimestamp(connection.createdAt())
                .dnsEntries(connection.dnsNames().stream()
                        .map(name -> DnsEntry.builder()
                                .dnsName(name.name())
                                .hostedZoneId(name.hostedZoneId())
                                .build())
                        .toList())
                .networkLoadBalancerArns(service.gateway() ? null : arns)
                .gatewayLoadBalancerArns(service.gateway() ? arns : null)
                .ipAddressType(connection.ipAddressType())
                .vpcEndpointConnectionId(connection.id())
                .tags(tags)
                .build();
    }
}
