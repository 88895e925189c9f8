package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Route;
import tools.jackson.databind.JsonNode;

/**
 * Traffic of an instance that does not run: nothing leaves it, and it does not answer. Our guess: its own flow log has no
 * record, and the flow log of the sender records the request.
 */
@EmulatorTest
class StoppedInstancePathTest {

    @Autowired
    private Aws aws;

    private Lan lan;
    private Instance instance;
    private String own;

    @BeforeEach
    void stoppedInstance() {
        lan = new Lan(aws);
        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
        instance = lan.ec2
                .runInstances(r -> r.imageId("ami-12345678")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(lan.clientSubnet)
                        .privateIpAddress("10.0.1.9")
                        .securityGroupIds(lan.serverGroup))
                .instances()
                .get(0);
        own = instance.networkInterfaces().get(0).networkInterfaceId();
        lan.ec2.stopInstances(r -> r.instanceIds(instance.instanceId()));
    }

    @Test
    void nothingLeavesIt() throws Exception {
        for (String source : List.of(own, instance.instanceId(), "10.0.1.9")) {
            JsonNode flow = lan.traffic.tcp(source, lan.server, 443);
            assertThat(flow.get("code").stringValue()).isEqualTo("INSTANCE_NOT_RUNNING");
            assertThat(TrafficApi.records(flow)).isEmpty();
        }
        JsonNode dns = lan.traffic.send(
                "{'source':'%s','destination':'10.0.0.2','destinationPort':53,'protocol':'udp'}".formatted(own));
        assertThat(dns.get("allowed").booleanValue()).isFalse();
    }

    @Test
    void nothingReachesItOrIsAnswered() throws Exception {
        JsonNode flow = lan.traffic.tcp(lan.client, own, 443);
        assertThat(flow.get("code").stringValue()).isEqualTo("INSTANCE_NOT_RUNNING");
        assertThat(flow.has("reply")).isFalse();
        assertThat(TrafficApi.records(flow)).containsExactly(lan.client + " egress ACCEPT");

        lan.ec2.startInstances(r -> r.instanceIds(instance.instanceId()));
        assertThat(lan.traffic.tcp(lan.client, own, 443).get("allowed").booleanValue())
                .isTrue();
    }

    /** AWS documentation: a route whose target is not available is a black hole. */
    @Test
    void aRouteToItIsABlackHole() throws Exception {
        String table =
                lan.ec2.createRouteTable(r -> r.vpcId(lan.vpc)).routeTable().routeTableId();
        lan.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(lan.serverSubnet));
        lan.ec2.createRoute(r ->
                r.routeTableId(table).destinationCidrBlock("192.168.0.0/24").instanceId(instance.instanceId()));
        lan.ec2.createRoute(r ->
                r.routeTableId(table).destinationCidrBlock("192.168.1.0/24").networkInterfaceId(own));
        assertThat(states(table)).containsExactly("active", "blackhole", "blackhole");
        for (String destination : List.of("192.168.0.1", "192.168.1.1")) {
            assertThat(lan.traffic.tcp(lan.server, destination, 443).get("code").stringValue())
                    .isEqualTo("BAD_STATE_ROUTE");
        }
        lan.ec2.startInstances(r -> r.instanceIds(instance.instanceId()));
        assertThat(states(table)).containsExactly("active", "active", "active");
    }

    private List<String> states(String table) {
        return lan.ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .map(Route::stateAsString)
                .toList();
    }
}
