package io.vpclocal.network.vpnconnection;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpngateway.Visible;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRouteResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpnConnectionRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpnConnectionResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpnConnectionRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpnConnectionRouteResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;

@AwsController
class VpnConnectionController {

    private static final String TYPE = "ipsec.1";

    private final VpnConnectionService connections;
    private final VpnConnectionWire wire;
    private final VpnConnectionLifecycle lifecycle;
    private final Describer describer;
    private final TagStore tags;

    VpnConnectionController(
            VpnConnectionService connections,
            VpnConnectionWire wire,
            VpnConnectionLifecycle lifecycle,
            Describer describer,
            TagStore tags) {
        this.connections = connections;
        this.wire = wire;
        this.lifecycle = lifecycle;
        this.describer = describer;
        this.tags = tags;
    }

    @AwsAction(
            tags = "vpn-connection",
            missing =
                    "transit gateways, concentrators, IPv6, acceleration, keys in Secrets Manager, tunnels that are down,"
                            + " and routes learnt by BGP")
    CreateVpnConnectionResponse createVpnConnection(CreateVpnConnectionRequest request, Call call) {
        String type = require(request.type(), "type");
        String customerGatewayId = require(request.customerGatewayId(), "customerGatewayId");
        if (!type.equals(TYPE)) {
            throw Ec2Errors.invalidValue("type", type, "Expecting " + TYPE + ".");
        }
        VpnConnectionEntity made =
                connections.create(call.scope(), VpnConnectionPlan.of(request, customerGatewayId), request);
        return CreateVpnConnectionResponse.builder()
                .vpnConnection(wire.toWire(made, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeVpnConnectionsResponse describeVpnConnections(DescribeVpnConnectionsRequest request, Call call) {
        Page<VpnConnectionEntity> page = describer.page(
                filters(),
                Visible.named(VpnConnectionService.KIND, connections.visible(call.scope()), request.vpnConnectionIds()),
                VpnConnectionEntity::id,
                call.action(),
                call.scope(),
                request.filters(),
                null,
                null);
        return DescribeVpnConnectionsResponse.builder()
                .vpnConnections(page.map(wire::toWire, VpnConnectionEntity::id))
                .build();
    }

    @AwsAction
    DeleteVpnConnectionResponse deleteVpnConnection(DeleteVpnConnectionRequest request, Call call) {
        connections.delete(call.scope(), require(request.vpnConnectionId(), "vpnConnectionId"));
        return DeleteVpnConnectionResponse.builder().build();
    }

    @AwsAction(missing = "a delay before route tables have the route")
    CreateVpnConnectionRouteResponse createVpnConnectionRoute(CreateVpnConnectionRouteRequest request, Call call) {
        String id = require(request.vpnConnectionId(), "vpnConnectionId");
        connections.addRoute(call.scope(), id, destination(request.destinationCidrBlock()));
        return CreateVpnConnectionRouteResponse.builder().build();
    }

    @AwsAction
    DeleteVpnConnectionRouteResponse deleteVpnConnectionRoute(DeleteVpnConnectionRouteRequest request, Call call) {
        String id = require(request.vpnConnectionId(), "vpnConnectionId");
        connections.removeRoute(call.scope(), id, destination(request.destinationCidrBlock()));
        return DeleteVpnConnectionRouteResponse.builder().build();
    }

    private static Cidr destination(String text) {
        return Cidr.parse(require(text, "destinationCidrBlock"))
                .filter(Cidr::v4)
                .orElseThrow(() -> Ec2Errors.notACidr("destinationCidrBlock", text));
    }

    private Describe<VpnConnectionEntity> filters() {
        return Describe.<VpnConnectionEntity>filters()
                .filter("bgp-asn", wire::bgpAsn)
                .filter("customer-gateway-configuration", wire::configuration)
                .filter("customer-gateway-id", VpnConnectionEntity::customerGatewayId)
                .filter("option.static-routes-only", VpnConnectionEntity::staticRoutesOnly)
                .filter("route.destination-cidr-block", connection -> connection.routes().stream()
                        .map(StaticRoute::destination)
                        .toList())
                .filter("state", lifecycle::state)
                .filter("transit-gateway-id", connection -> null)
                .filter("type", connection -> TYPE)
                .filter("vpn-connection-id", VpnConnectionEntity::id)
                .filter("vpn-gateway-id", VpnConnectionEntity::vpnGatewayId)
                .tags()
                .build();
    }
}
