package io.vpclocal.identity.access;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Gateways beside the internet gateway, the VPN connection, and the EC2 Instance Connect Endpoint of an {@link Estate}. */
final class EstateNeighbours {

    private EstateNeighbours() {}

    /** Creates them. Returns their ids by resource type. */
    static Map<String, String> create(Ec2Client ec2, String vpcId, String subnetId) {
        String gateway =
                ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpcId));
        String table = ec2.createRouteTable(r -> r.vpcId(vpcId)).routeTable().routeTableId();
        String customerGateway = ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress("203.0.113.12"))
                .customerGateway()
                .customerGatewayId();
        Map<String, String> ids = new HashMap<>(transit(ec2, vpcId, subnetId));
        ids.putAll(Map.of(
                "carrier-gateway",
                ec2.createCarrierGateway(r -> r.vpcId(vpcId)).carrierGateway().carrierGatewayId(),
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
                customerGateway,
                "vpn-connection",
                vpnConnection(ec2, gateway, customerGateway),
                "instance-connect-endpoint",
                ec2.createInstanceConnectEndpoint(r -> r.subnetId(subnetId).ipAddressType("ipv4"))
                        .instanceConnectEndpoint()
                        .instanceConnectEndpointId()));
        return ids;
    }

    private static Map<String, String> transit(Ec2Client ec2, String vpcId, String subnetId) {
        String gateway = ec2.createTransitGateway().transitGateway().transitGatewayId();
        return Map.of(
                "transit-gateway",
                gateway,
                "transit-gateway-attachment",
                ec2.createTransitGatewayVpcAttachment(
                                r -> r.transitGatewayId(gateway).vpcId(vpcId).subnetIds(subnetId))
                        .transitGatewayVpcAttachment()
                        .transitGatewayAttachmentId(),
                "transit-gateway-route-table",
                ec2.createTransitGatewayRouteTable(r -> r.transitGatewayId(gateway))
                        .transitGatewayRouteTable()
                        .transitGatewayRouteTableId());
    }

    private static String vpnConnection(Ec2Client ec2, String gateway, String customerGateway) {
        return ec2.createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(gateway)
                        .customerGatewayId(customerGateway)
                        .options(o -> o.staticRoutesOnly(true).tunnelOptions(allOptions())))
                .vpnConnection()
                .vpnConnectionId();
    }

    /** A tunnel with a value for every condition key. */
    static VpnTunnelOptionsSpecification allOptions() {
        return VpnTunnelOptionsSpecification.builder()
                .tunnelInsideCidr("169.254.10.0/30")
                .phase1LifetimeSeconds(3600)
                .phase2LifetimeSeconds(1800)
                .rekeyMarginTimeSeconds(300)
                .rekeyFuzzPercentage(50)
                .replayWindowSize(512)
                .dpdTimeoutSeconds(60)
                .ikeVersions(v -> v.value("ikev2"))
                .phase1EncryptionAlgorithms(v -> v.value("AES256"))
                .phase2EncryptionAlgorithms(v -> v.value("AES256"))
                .phase1IntegrityAlgorithms(v -> v.value("SHA2-256"))
                .phase2IntegrityAlgorithms(v -> v.value("SHA2-256"))
                .phase1DHGroupNumbers(v -> v.value(14))
                .phase2DHGroupNumbers(v -> v.value(14))
                .build();
    }
}
