package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Traffic in a network that is created through the EC2 API (AWS documentation, VPC User Guide and PrivateLink guide).
 */
@EmulatorTest
class TrafficTest {

    @Autowired
    private Aws aws;

    @Autowired
    private NetworkSnapshots networks;

    private Lan lan;

    @BeforeEach
    void newLan() {
        lan = new Lan(aws);
    }

    @Test
    void aChangedRuleAppliesAtOnce() throws Exception {
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, lan.server, 80)))
                .isFalse();
        lan.allow(lan.serverGroup, 80, "10.0.1.5/32");
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, lan.server, 80)))
                .isTrue();
        lan.revoke(lan.serverGroup, 80, "10.0.1.5/32");
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, lan.server, 80)))
                .isFalse();
    }

    @Test
    void theNetworkIsCompiledAgainOnlyWhenItWasChanged() {
        Scope scope = new Scope(lan.account, "us-east-1");
        KnownNetwork first = networks.current(scope);
        lan.ec2.describeVpcs();
        assertThat(networks.current(scope)).isSameAs(first);
        lan.allow(lan.serverGroup, 22, "0.0.0.0/0");
        assertThat(networks.current(scope)).isNotSameAs(first);
    }

    @Test
    void theSidesMayBeAddresses() throws Exception {
        lan.allow(lan.serverGroup, 80, "10.0.1.5/32");
        JsonNode flow = lan.traffic.send(
                "{'source':{'address':'10.0.1.5','vpcId':'%s'},'destination':'10.0.2.5','destinationPort':80}"
                        .formatted(lan.vpc));
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(TrafficApi.records(flow))
                .containsExactly(
                        lan.client + " egress ACCEPT",
                        lan.server + " ingress ACCEPT",
                        lan.server + " egress ACCEPT",
                        lan.client + " ingress ACCEPT");
    }

    @Test
    void networkAclsOfSubnetsApply() throws Exception {
        lan.allow(lan.serverGroup, 80, "0.0.0.0/0");
        String acl = lan.ec2
                .describeNetworkAcls(
                        r -> r.filters(f -> f.name("association.subnet-id").values(lan.serverSubnet)))
                .networkAcls()
                .get(0)
                .networkAclId();
        lan.ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(50)
                .egress(false)
                .protocol("6")
                .portRange(p -> p.from(80).to(80))
                .cidrBlock("10.0.1.0/24")
                .ruleAction("deny"));
        JsonNode flow = lan.traffic.tcp(lan.client, lan.server, 80);
        assertThat(flow.get("code").stringValue()).isEqualTo("SUBNET_ACL_RESTRICTION");
        assertThat(flow.get("stoppedAt").get("rule").stringValue()).isEqualTo("50");
    }

    @Test
    void aServiceIsReachedThroughTheRouteOfItsGatewayEndpoint() throws Exception {
        JsonNode before = lan.traffic.tcp(lan.client, "s3", 443);
        assertThat(before.get("code").stringValue()).isEqualTo("NO_ROUTE_TO_DESTINATION");
        String table = lan.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(lan.vpc)))
                .routeTables()
                .get(0)
                .routeTableId();
        String endpoint = lan.ec2
                .createVpcEndpoint(r -> r.vpcId(lan.vpc)
                        .serviceName("com.amazonaws.us-east-1.s3")
                        .routeTableIds(table)
                        .policyDocument("""
                                {"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}"""))
                .vpcEndpoint()
                .vpcEndpointId();

        JsonNode read = lan.traffic.send(call(lan.client, "s3", "s3:GetObject"));
        assertThat(TrafficApi.allowed(read)).isTrue();
        assertThat(TrafficApi.stages(read.get("request"))).contains("GATEWAY_ENDPOINT", "ENDPOINT_POLICY");
        JsonNode written = lan.traffic.send(call(lan.client, "s3", "s3:PutObject"));
        assertThat(written.get("code").stringValue()).isEqualTo("ENDPOINT_POLICY_DENIED");
        assertThat(written.get("stoppedAt").get("component").stringValue()).isEqualTo(endpoint);
    }

    @Test
    void aServiceIsReachedThroughPrivateDnsOfItsInterfaceEndpoint() throws Exception {
        lan.dnsHostnames();
        lan.ec2.createVpcEndpoint(r -> r.vpcId(lan.vpc)
                .vpcEndpointType("Interface")
                .serviceName("com.amazonaws.us-east-1.kms")
                .subnetIds(lan.serverSubnet)
                .securityGroupIds(lan.serverGroup));
        JsonNode closed = lan.traffic.tcp(lan.client, "kms", 443);
        assertThat(closed.get("reason").stringValue())
                .isEqualTo("no inbound rule of " + lan.serverGroup + " allows tcp 443 from 10.0.1.5");
        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
        JsonNode open = lan.traffic.tcp(lan.client, "kms", 443);
        assertThat(TrafficApi.allowed(open)).isTrue();
        assertThat(open.get("request").get("destination").stringValue()).startsWith("10.0.2.");
    }

    @Test
    void aBatchIsAnsweredInItsOrder() throws Exception {
        lan.allow(lan.serverGroup, 80, "10.0.0.0/16");
        String body = "{'flows':[{'source':'%1$s','destination':'%2$s','destinationPort':22},"
                + "{'source':'%1$s','destination':'%2$s','destinationPort':80}]}";
        JsonNode flows = TrafficApi.json(lan.traffic.post(body.formatted(lan.client, lan.server)))
                .get("flows");
        assertThat(flows.valueStream().map(TrafficApi::allowed)).containsExactly(false, true);
    }

    private static String call(String source, String destination, String action) {
        return "{'source':'%s','destination':'%s','destinationPort':443,'apiCall':{'action':'%s','resource':'arn:aws:s3:::b/k'}}"
                .formatted(source, destination, action);
    }
}
