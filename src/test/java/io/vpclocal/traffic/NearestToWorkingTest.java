package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import tools.jackson.databind.JsonNode;

/** The hints for a stopped flow; our design. */
@EmulatorTest
class NearestToWorkingTest {

    @Autowired
    private Aws aws;

    private Lan lan;

    @BeforeEach
    void newLan() {
        lan = new Lan(aws);
    }

    @Test
    void aRuleForOtherPeersIsNamed() throws Exception {
        lan.allow(lan.serverGroup, 443, "10.0.9.0/24");
        lan.allow(lan.serverGroup, 22, "10.0.1.0/24");
        List<String> nearest = nearest(lan.traffic.tcp(lan.client, lan.server, 443));
        assertThat(nearest).hasSize(2);
        assertThat(nearest.get(0))
                .startsWith("security group " + lan.serverGroup + " allows tcp 443 only from 10.0.9.0/24 (sgr-");
        assertThat(nearest.get(1))
                .startsWith("security group " + lan.serverGroup + " allows from 10.0.1.0/24 only tcp 22 (sgr-");
    }

    @Test
    void anEndpointThatIsNotAssociatedIsNamed() throws Exception {
        String endpoint = lan.ec2
                .createVpcEndpoint(r -> r.vpcId(lan.vpc)
                        .vpcEndpointType(VpcEndpointType.GATEWAY)
                        .serviceName("com.amazonaws.us-east-1.s3"))
                .vpcEndpoint()
                .vpcEndpointId();
        assertThat(nearest(lan.traffic.tcp(lan.client, "s3", 443)))
                .singleElement()
                .asString()
                .startsWith(endpoint
                        + " for com.amazonaws.us-east-1.s3 exists in this VPC and is not associated with rtb-");
    }

    @Test
    void rulesThatAreNotCloseAreListed() throws Exception {
        lan.allow(lan.serverGroup, 22, "10.0.9.0/24");
        assertThat(nearest(lan.traffic.tcp(lan.client, lan.server, 443)))
                .singleElement()
                .asString()
                .startsWith("the inbound rule sgr-")
                .endsWith(" of " + lan.serverGroup + " allows only tcp 22 from 10.0.9.0/24");
    }

    @Test
    void anAnswerNeedsARuleForEphemeralPorts() throws Exception {
        lan.allow(lan.serverGroup, 443, "10.0.1.0/24");
        String acl = lan.ec2
                .describeNetworkAcls(r -> r.filters(f -> f.name("vpc-id").values(lan.vpc)))
                .networkAcls()
                .get(0)
                .networkAclId();
        lan.ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(50)
                .egress(true)
                .protocol("6")
                .ruleAction("deny")
                .cidrBlock("10.0.1.0/24")
                .portRange(p -> p.from(1024).to(65_535)));
        assertThat(nearest(lan.traffic.tcp(lan.client, lan.server, 443)))
                .containsExactly(
                        "network ACLs are stateless: this answer needs an outbound rule of " + acl
                                + ", usually for ports 1024-65535",
                        "rule 100 of " + acl + " allows it and comes after the rule that denies it");
    }

    @Test
    void aBlackHoleNamesItsTarget() throws Exception {
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
        lan.ec2.detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(lan.vpc));
        assertThat(nearest(lan.traffic.tcp(lan.client, "192.168.0.9", 443)))
                .containsExactly("the route leads to " + gateway + ", which is deleted, detached or not running");
    }

    @Test
    void aDeliveredFlowHasNoHints() throws Exception {
        lan.allow(lan.serverGroup, 443, "10.0.1.0/24");
        assertThat(nearest(lan.traffic.tcp(lan.client, lan.server, 443))).isEmpty();
    }

    @Test
    void theTextHasOneLinePerHop() throws Exception {
        HttpResponse<String> answer = RawHttp.send(RawHttp.request(
                        aws.endpoint(), "/_vpclocal/traffic?account=" + lan.account)
                .header("Content-Type", "application/json")
                .header("Accept", "text/plain")
                .POST(BodyPublishers.ofString("{\"source\":\"%s\",\"destination\":\"%s\",\"destinationPort\":443}"
                        .formatted(lan.client, lan.server))));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body().lines().toList())
                .first()
                .isEqualTo("Not allowed (ENI_SG_RULES_MISMATCH): no inbound rule of " + lan.serverGroup
                        + " allows tcp 443 from 10.0.1.5");
        assertThat(answer.body())
                .contains("\nRequest 10.0.1.5 -> 10.0.2.5, did not arrive\n")
                .contains(lan.client + " sends\n")
                .containsPattern("DENY +SECURITY_GROUP_INGRESS")
                .endsWith("Nearest to working:\n  security group " + lan.serverGroup + " has no inbound rules\n");
    }

    private static List<String> nearest(JsonNode flow) {
        return flow.get("nearest").valueStream().map(JsonNode::stringValue).toList();
    }
}
