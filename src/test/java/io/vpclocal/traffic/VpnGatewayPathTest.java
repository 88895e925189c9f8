package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
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
}
