package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import tools.jackson.databind.JsonNode;

/**
 * Traffic from a consumer's endpoint to the targets of the provider's load balancer (AWS PrivateLink Guide: "Create a
 * service powered by AWS PrivateLink": the source addresses that targets see are those of the load balancer; VPC User Guide:
 * flow logs do not capture traffic between an endpoint interface and a Network Load Balancer interface; User Guide for
 * Network Load Balancers: security groups, cross-zone load balancing). The codes are those of Reachability Analyzer, and
 * our guess where it has none.
 */
@EmulatorTest
class HostedServicePathTest {

    @Autowired
    private Aws aws;

    @Autowired
    private NetworkSnapshots networks;

    private Lan lan;
    private BalancedService hosted;

    @BeforeEach
    void twoAccounts() {
        lan = new Lan(aws);
        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
        hosted = new BalancedService(aws, new Provider(aws), lan.account);
        hosted.allow(hosted.targetGroup, 8443, "10.9.0.0/16");
    }

    @Test
    void aFlowContinuesFromTheLoadBalancerToItsTarget() throws Exception {
        String endpoint = lan.connect(hosted, lan.clientSubnet);
        List<String> balancer = hosted.balancerIn('a');

        JsonNode flow = lan.traffic.tcp(lan.client, endpoint, 443);

        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(TrafficApi.records(flow))
                .containsExactly(
                        lan.client + " egress ACCEPT",
                        endpoint + " ingress ACCEPT",
                        balancer.get(0) + " egress ACCEPT",
                        hosted.target + " ingress ACCEPT",
                        hosted.target + " egress ACCEPT",
                        balancer.get(0) + " ingress ACCEPT",
                        endpoint + " egress ACCEPT",
                        lan.client + " ingress ACCEPT");
        assertThat(TrafficApi.stages(flow.get("request")))
                .containsSubsequence("INTERFACE_ENDPOINT", "LOAD_BALANCER", "SECURITY_GROUP_INGRESS");
        assertThat(TrafficApi.stages(flow.get("reply"))).containsOnlyOnce("INTERFACE_ENDPOINT");
        assertThat(flow.get("request").get("hops").valueStream().map(HostedServicePathTest::text))
                .anySatisfy(text -> assertThat(text)
                        .isEqualTo("the listener for tcp 443 sends it to the target " + hosted.instance + " at "
                                + hosted.targetAddress + " port 8443"));
        assertThat(flow.get("records").get(3).get("record").stringValue())
                .startsWith("2 " + hosted.provider.account + " " + hosted.target + " " + balancer.get(1) + " "
                        + hosted.targetAddress + " 49152 8443 6 ");
    }

    @Test
    void theProvidersFlowLogShowsItsOwnSideOnly() throws Exception {
        String account = hosted.provider.account;
        CloudWatchLogsClient logs = aws.logs(Aws.root(account), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("flows"));
        hosted.provider.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(hosted.provider.vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName("flows")
                .deliverLogsPermissionArn(Lan.flowLogRole(aws, account)));
        String endpoint = lan.connect(hosted, lan.clientSubnet);

        lan.traffic.tcp(lan.client, endpoint, 443);
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/_vpclocal/flow-logs/flush")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);

        List<String> seen = logs.filterLogEvents(r -> r.logGroupName("flows").filterPattern("ACCEPT")).events().stream()
                .map(event -> event.message())
                .toList();
        assertThat(seen).hasSize(4).allSatisfy(record -> assertThat(record)
                .contains(hosted.balancerIn('a').get(1), hosted.targetAddress)
                .doesNotContain("10.0.1.5"));
    }

    @Test
    void aConnectionCarriesTrafficOnlyWhileItsOwnerAcceptsIt() throws Exception {
        hosted.provider.ec2.modifyVpcEndpointServiceConfiguration(
                r -> r.serviceId(hosted.service.serviceId()).acceptanceRequired(true));
        VpcEndpoint endpoint = lan.endpoint(hosted, lan.clientSubnet);
        String own = endpoint.networkInterfaceIds().get(0);

        JsonNode pending = lan.traffic.tcp(lan.client, own, 443);
        assertThat(TrafficApi.allowed(pending)).isFalse();
        assertThat(pending.get("code").stringValue()).isEqualTo("ENDPOINT_NOT_AVAILABLE");
        assertThat(pending.get("stoppedAt").get("rule").stringValue()).isEqualTo("pendingAcceptance");
        assertThat(pending.get("stoppedAt").get("component").stringValue()).isEqualTo(endpoint.vpcEndpointId());
        assertThat(TrafficApi.records(pending)).containsExactly(lan.client + " egress ACCEPT", own + " ingress ACCEPT");

        KnownNetwork before = networks.current(new Scope(lan.account, "us-east-1"));
        hosted.provider.accept(hosted.service.serviceId(), endpoint.vpcEndpointId());
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, own, 443))).isTrue();

        hosted.provider.reject(hosted.service.serviceId(), endpoint.vpcEndpointId());
        assertThat(lan.traffic
                        .tcp(lan.client, own, 443)
                        .get("stoppedAt")
                        .get("rule")
                        .stringValue())
                .isEqualTo("rejected");
        // The owner's decision is a change of the consumer's endpoint, whose network is read again for it.
        assertThat(networks.current(new Scope(lan.account, "us-east-1"))).isNotSameAs(before);
    }

    @Test
    void aLoadBalancerRefusesWhatNoListenerAndNoTargetTakes() throws Exception {
        lan.allow(lan.serverGroup, 80, "10.0.0.0/16");
        String endpoint = lan.connect(hosted, lan.clientSubnet);

        JsonNode other = lan.traffic.tcp(lan.client, endpoint, 80);
        assertThat(other.get("code").stringValue()).isEqualTo("ELBV2_LISTENERS_MISMATCH");
        assertThat(other.get("reason").stringValue())
                .isEqualTo("no listener of " + hosted.balancerArn + " takes tcp 80");

        hosted.provider.elb.deregisterTargets(
                r -> r.targetGroupArn(hosted.targetGroupArn).targets(hosted.description()));
        JsonNode drained = lan.traffic.tcp(lan.client, endpoint, 443);
        assertThat(drained.get("code").stringValue()).isEqualTo("NO_HEALTHY_TARGET");
        assertThat(TrafficApi.records(drained))
                .containsExactly(lan.client + " egress ACCEPT", endpoint + " ingress ACCEPT");
    }

    @Test
    void theTargetsSecurityGroupSeesTheLoadBalancersAddress() throws Exception {
        String endpoint = lan.connect(hosted, lan.clientSubnet);
        List<String> balancer = hosted.balancerIn('a');
        hosted.provider.ec2.revokeSecurityGroupIngress(r -> r.groupId(hosted.targetGroup)
                .ipProtocol("tcp")
                .fromPort(8443)
                .toPort(8443)
                .cidrIp("10.9.0.0/16"));
        hosted.allow(hosted.targetGroup, 8443, "10.0.0.0/16");

        JsonNode refused = lan.traffic.tcp(lan.client, endpoint, 443);
        assertThat(refused.get("code").stringValue()).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(refused.get("reason").stringValue())
                .isEqualTo("no inbound rule of " + hosted.targetGroup + " allows tcp 8443 from " + balancer.get(1));
        assertThat(TrafficApi.records(refused))
                .endsWith(balancer.get(0) + " egress ACCEPT", hosted.target + " ingress REJECT");
    }

    /** Our guess: the groups see the address of the client. */
    @Test
    void theLoadBalancersSecurityGroupsApply_ifTheyAreEnforced() throws Exception {
        Provider provider = new Provider(aws);
        String group = BalancedService.group(provider, "balancer");
        BalancedService guarded = new BalancedService(aws, provider, lan.account, group);
        guarded.allow(guarded.targetGroup, 8443, "10.9.0.0/16");
        String endpoint = lan.connect(guarded, lan.clientSubnet);

        JsonNode refused = lan.traffic.tcp(lan.client, endpoint, 443);
        assertThat(refused.get("reason").stringValue())
                .isEqualTo("no inbound rule of " + group + " allows tcp 443 from 10.0.1.5");
        assertThat(TrafficApi.records(refused))
                .containsExactly(lan.client + " egress ACCEPT", endpoint + " ingress ACCEPT");

        provider.elb.setSecurityGroups(r -> r.loadBalancerArn(guarded.balancerArn)
                .securityGroups(group)
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic("off"));
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, endpoint, 443)))
                .isTrue();

        provider.elb.setSecurityGroups(r -> r.loadBalancerArn(guarded.balancerArn)
                .securityGroups(group)
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic("on"));
        guarded.allow(group, 443, "10.0.1.0/24");
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, endpoint, 443)))
                .isTrue();
    }

    @Test
    void targetsInOtherZonesAreReachedAcrossZonesOnly() throws Exception {
        String endpoint = lan.connect(hosted, lan.serverSubnet);

        JsonNode zonal = lan.traffic.tcp(lan.client, endpoint, 443);
        assertThat(zonal.get("code").stringValue()).isEqualTo("ELBV2_NO_TARGETS_IN_AZ");

        hosted.provider.elb.modifyLoadBalancerAttributes(r -> r.loadBalancerArn(hosted.balancerArn)
                .attributes(a -> a.key("load_balancing.cross_zone.enabled").value("true")));
        JsonNode across = lan.traffic.tcp(lan.client, endpoint, 443);
        assertThat(TrafficApi.allowed(across)).isTrue();
        assertThat(TrafficApi.records(across))
                .contains(hosted.balancerIn('b').get(0) + " egress ACCEPT", hosted.target + " ingress ACCEPT");
    }

    /** NLBs choose by the headers of the flow. Our guess: which target it is. */
    @Test
    void aFlowAlwaysGetsTheSameTargetAndManyAreSpread() throws Exception {
        Provider provider = hosted.provider;
        List<String> addresses = List.of("10.9.0.101", "10.9.0.102");
        List<String> interfaces = new ArrayList<>();
        for (String address : addresses) {
            interfaces.add(provider.ec2
                    .createNetworkInterface(r -> r.subnetId(provider.subnetIn('a'))
                            .privateIpAddress(address)
                            .groups(hosted.targetGroup))
                    .networkInterface()
                    .networkInterfaceId());
        }
        String group = provider.elb
                .createTargetGroup(r -> r.name("addresses")
                        .protocol(ProtocolEnum.TCP)
                        .port(8443)
                        .vpcId(provider.vpc)
                        .targetType(TargetTypeEnum.IP))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        provider.elb.registerTargets(
                r -> r.targetGroupArn(group).targets(t -> t.id(addresses.get(0)), t -> t.id(addresses.get(1))));
        provider.elb.createListener(r -> r.loadBalancerArn(hosted.balancerArn)
                .protocol(ProtocolEnum.TCP)
                .port(80)
                .defaultActions(a -> a.type("forward").targetGroupArn(group)));
        lan.allow(lan.serverGroup, 80, "10.0.0.0/16");
        String endpoint = lan.connect(hosted, lan.clientSubnet);

        Set<String> reached = new HashSet<>();
        for (int port = 50_000; port < 50_020; port++) {
            String flow = "{'source':'%s','destination':'%s','destinationPort':80,'sourcePort':%d}"
                    .formatted(lan.client, endpoint, port);
            JsonNode first = lan.traffic.send(flow);
            assertThat(TrafficApi.allowed(first)).isTrue();
            assertThat(TrafficApi.records(lan.traffic.send(flow))).isEqualTo(TrafficApi.records(first));
            reached.add(TrafficApi.records(first).get(3));
        }
        assertThat(reached)
                .containsExactlyInAnyOrder(
                        interfaces.get(0) + " ingress ACCEPT", interfaces.get(1) + " ingress ACCEPT");
    }

    /** A Network Load Balancer listens for TCP and UDP. */
    @Test
    void aPingEndsAtTheEndpoint() throws Exception {
        lan.ec2.authorizeSecurityGroupIngress(r -> r.groupId(lan.serverGroup)
                .ipProtocol("icmp")
                .fromPort(-1)
                .toPort(-1)
                .cidrIp("10.0.0.0/16"));
        String endpoint = lan.connect(hosted, lan.clientSubnet);

        JsonNode ping = lan.traffic.send(
                "{'source':'%s','destination':'%s','protocol':'icmp'}".formatted(lan.client, endpoint));

        assertThat(ping.get("code").stringValue()).isEqualTo("PROTOCOL_RESTRICTION");
        assertThat(TrafficApi.records(ping))
                .containsExactly(lan.client + " egress ACCEPT", endpoint + " ingress ACCEPT");
    }

    private static String text(JsonNode hop) {
        return hop.get("text").stringValue();
    }
}
