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
}
