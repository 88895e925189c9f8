package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Traffic to virtual private gateways (AWS documentation: VPC User Guide, route tables and flow log records). */
@EmulatorTest
class VpnGatewayPathTest {

    @Autowired
    private Aws aws;

    @Test
    void trafficLeavesTheVpcWhileTheGatewayIsAttached() throws Exception {
        Lan lan = new Lan(aws);
        String gateway =
                lan.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        lan.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(lan.vpc));
        String table = lan.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(lan.vpc)))
                .routeTables()
                .get(0)
                .routeTableId();
        lan.ec2.createRoute(r ->
                r.routeTableId(table).destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));

        JsonNode sent = lan.traffic.tcp(lan.client, "192.168.0.9", 443);
        JsonNode hops = sent.get("request").get("hops");
        assertThat(sent.get("allowed").booleanValue()).isTrue();
        assertThat(hops.get(hops.size() - 1).get("component").stringValue()).isEqualTo(gateway);
        assertThat(hops.get(hops.size() - 1).get("text").stringValue())
                .isEqualTo(gateway + " takes it out of the VPC. VPN connections are not emulated: the other side is"
                        + " assumed to answer");
        lan.ec2.detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(lan.vpc));
        JsonNode lost = lan.traffic.tcp(lan.client, "192.168.0.9", 443);
        assertThat(lost.get("code").stringValue()).isEqualTo("BAD_STATE_ROUTE");
    }

    /** A private address that no interface has is on premises if the VPC has a gateway. */
    @Test
    void trafficComesInFromOnPremises() throws Exception {
        Lan lan = new Lan(aws);
        String gateway =
                lan.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        lan.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(lan.vpc));
        lan.allow(lan.serverGroup, 443, "192.168.0.0/16");
        JsonNode unanswered = lan.traffic.tcp("192.168.0.9", lan.server, 443);
        assertThat(unanswered.get("code").stringValue()).isEqualTo("NO_ROUTE_TO_DESTINATION");
        assertThat(unanswered.get("nearest").valueStream().map(JsonNode::stringValue))
                .anyMatch(hint -> hint.startsWith(gateway + " is attached to this VPC and rtb-"));
        String table = lan.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(lan.vpc)))
                .routeTables()
                .get(0)
                .routeTableId();
        lan.ec2.createRoute(r ->
                r.routeTableId(table).destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));
        JsonNode arrived = lan.traffic.tcp("192.168.0.9", lan.server, 443);
        assertThat(arrived.get("allowed").booleanValue()).as(arrived.toString()).isTrue();
        assertThat(arrived.get("request").get("hops").get(0).get("component").stringValue())
                .isEqualTo(gateway);
        assertThat(arrived.get("records")
                        .valueStream()
                        .map(record -> record.get("direction").stringValue() + " "
                                + record.get("packetSourceAddress").stringValue()))
                .contains("ingress 192.168.0.9");
        JsonNode spoofed = lan.traffic.tcp("10.0.250.9", lan.server, 443);
        assertThat(spoofed.get("code").stringValue()).isEqualTo("GATEWAY_REJECTS_SPOOFED_TRAFFIC");
    }

    /** AWS documentation, VPC User Guide, "Gateway route tables", for requests and for answers to requests from inside. */
    @Test
    void theGatewaysRouteTableLeadsThroughAnAppliance() throws Exception {
        Lan lan = new Lan(aws);
        String gateway =
                lan.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        lan.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(lan.vpc));
        lan.allow(lan.serverGroup, 443, "192.168.0.0/16");
        lan.allow(lan.clientGroup, 443, "0.0.0.0/0");
        String outward = table(lan);
        lan.ec2.associateRouteTable(r -> r.routeTableId(outward).subnetId(lan.serverSubnet));
        lan.ec2.createRoute(r ->
                r.routeTableId(outward).destinationCidrBlock("192.168.0.0/16").networkInterfaceId(lan.client));
        String away = table(lan);
        lan.ec2.associateRouteTable(r -> r.routeTableId(away).subnetId(lan.clientSubnet));
        lan.ec2.createRoute(
                r -> r.routeTableId(away).destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));
        lan.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(lan.client).sourceDestCheck(c -> c.value(false)));
        List<String> out = List.of(
                lan.server + " egress ACCEPT",
                lan.client + " ingress ACCEPT",
                lan.client + " egress ACCEPT",
                lan.server + " ingress ACCEPT");
        assertThat(TrafficApi.records(lan.traffic.tcp(lan.server, "192.168.0.9", 443)))
                .containsExactlyElementsOf(out);

        String inward = table(lan);
        lan.ec2.associateRouteTable(r -> r.routeTableId(inward).gatewayId(gateway));
        lan.ec2.createRoute(
                r -> r.routeTableId(inward).destinationCidrBlock("10.0.2.0/24").networkInterfaceId(lan.client));
        JsonNode inspected = lan.traffic.tcp("192.168.0.9", lan.server, 443);
        assertThat(inspected.get("allowed").booleanValue())
                .as(inspected.toString())
                .isTrue();
        assertThat(TrafficApi.stages(inspected.get("request"))).startsWith("OTHER_GATEWAY", "ROUTE");
        assertThat(inspected.get("request").get("hops").get(1).get("component").stringValue())
                .isEqualTo(inward);
        assertThat(TrafficApi.records(inspected))
                .containsExactly(
                        lan.client + " ingress ACCEPT",
                        lan.client + " egress ACCEPT",
                        lan.server + " ingress ACCEPT",
                        lan.server + " egress ACCEPT",
                        lan.client + " ingress ACCEPT",
                        lan.client + " egress ACCEPT");
        assertThat(TrafficApi.records(lan.traffic.tcp(lan.server, "192.168.0.9", 443)))
                .containsExactly(
                        lan.server + " egress ACCEPT",
                        lan.client + " ingress ACCEPT",
                        lan.client + " egress ACCEPT",
                        lan.client + " ingress ACCEPT",
                        lan.client + " egress ACCEPT",
                        lan.server + " ingress ACCEPT");

        lan.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(lan.client).sourceDestCheck(c -> c.value(true)));
        assertThat(lan.traffic.tcp("192.168.0.9", lan.server, 443).get("code").stringValue())
                .isEqualTo("ENI_SOURCE_DEST_CHECK_RESTRICTION");
        lan.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(lan.client));
        JsonNode lost = lan.traffic.tcp("192.168.0.9", lan.server, 443);
        assertThat(lost.get("code").stringValue()).isEqualTo("BAD_STATE_ROUTE");
    }

    private static String table(Lan lan) {
        return lan.ec2.createRouteTable(r -> r.vpcId(lan.vpc)).routeTable().routeTableId();
    }
}
