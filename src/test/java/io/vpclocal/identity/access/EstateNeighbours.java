package io.vpclocal.identity.access;

import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Gateways beside the internet gateway, and the EC2 Instance Connect Endpoint of an {@link Estate}. */
final class EstateNeighbours {

    private EstateNeighbours() {}

    /** Creates them. Returns their ids by resource type. */
    static Map<String, String> create(Ec2Client ec2, String vpcId, String subnetId) {
        String gateway =
                ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpcId));
        String table = ec2.createRouteTable(r -> r.vpcId(vpcId)).routeTable().routeTableId();
        return Map.of(
                "egress-only-internet-gateway",
                ec2.createEgressOnlyInternetGateway(r -> r.vpcId(vpcId))
                        .egressOnlyInternetGateway()
                        .egressOnlyInternetGatewayId(),
                "vpn-gateway",
                gateway,
                "vpn gateway association",
                ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(gateway))
                        .associationId(),
                "customer-gateway",
                ec2.createCustomerGateway(r -> r.type("ipsec.1").ipAddress("203.0.113.12"))
                        .customerGateway()
                        .customerGatewayId(),
                "instance-connect-endpoint",
                ec2.createInstanceConnectEndpoint(r -> r.subnetId(subnetId).ipAddressType("ipv4"))
                        .instanceConnectEndpoint()
                        .instanceConnectEndpointId());
    }
}
