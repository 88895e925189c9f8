package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import tools.jackson.databind.JsonNode;

/**
 * Traffic to an address of a load balancer (User Guide for Network Load Balancers: listeners, client IP preservation,
 * cross-zone load balancing, security groups, health checks). The codes are those of Reachability Analyzer, and our guess
 * where it has none. UNVERIFIED: that the flow log of the load balancer's interface shows both sides also when the
 * address of the client is kept.
 */
@EmulatorTest
class LoadBalancerPathTest {

    @Autowired
    private Aws aws;

    private BalancedService hosted;
    private TrafficApi traffic;
    private String client;
    private String clientAddress;
    private String balancer;
    private String balancerAddress;

    @BeforeEach
    void balancedInstance() {
        use(new Provider(aws));
        hosted.allow(hosted.targetGroup, 8443, "10.9.0.0/16");
    }

    private void use(Provider provider, String... balancerGroups) {
        hosted = new BalancedService(aws, provider, Aws.newAccount(), balancerGroups);
        traffic = new TrafficApi(aws.endpoint(), provider.account);
        var made = provider.ec2
                .createNetworkInterface(r -> r.subnetId(provider.subnetIn('b')))
                .networkInterface();
        client = made.networkInterfaceId();
        clientAddress = made.privateIpAddress();
        balancer = hosted.balancerIn('a').get(0);
        balancerAddress = hosted.balancerIn('a').get(1);
    }

    @Test
    void theTargetSeesTheClient_andItsAnswerGoesBackThroughTheLoadBalancer() throws Exception {
        JsonNode flow = traffic.tcp(client, balancerAddress, 443);

        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(TrafficApi.records(flow))
                .containsExactly(
                        client + " egress ACCEPT",
                        balancer + " ingress ACCEPT",
                        balancer + " egress ACCEPT",
                        hosted.target + " ingress ACCEPT",
                        hosted.target + " egress ACCEPT",
                        balancer + " ingress ACCEPT",
                        balancer + " egress ACCEPT",
                        client + " ingress ACCEPT");
        assertThat(record(flow, 3)).contains(clientAddress + " " + hosted.targetAddress + " 49152 8443 6 ");
        assertThat(record(flow, 7)).contains(balancerAddress + " " + clientAddress + " 443 49152 6 ");
        assertThat(TrafficApi.stages(flow.get("request"))).containsOnlyOnce("LOAD_BALANCER");
        assertThat(TrafficApi.stages(flow.get("reply")))
                .doesNotContain("LOAD_BALANCER")
                .containsOnlyOnce("ROUTE");
    }

    @Test
    void theTargetSeesTheLoadBalancer_ifItsGroupDoesNotKeepTheClientsAddress() throws Exception {
        set("preserve_client_ip.enabled", "false");
        JsonNode flow = traffic.tcp(client, balancer, 443);
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(record(flow, 3)).contains(balancerAddress + " " + hosted.targetAddress + " 49152 8443 6 ");
    }

    @Test
    void theTargetsGroupDecides() throws Exception {
        revoke("10.9.0.0/16");
        JsonNode refused = traffic.tcp(client, balancer, 443);
        assertThat(refused.get("reason").stringValue())
                .isEqualTo("no inbound rule of " + hosted.targetGroup + " allows tcp 8443 from " + clientAddress);
        assertThat(TrafficApi.records(refused))
                .endsWith(balancer + " egress ACCEPT", hosted.target + " ingress REJECT");

        hosted.allow(hosted.targetGroup, 8443, balancerAddress + "/32");
        assertThat(TrafficApi.code(traffic.tcp(client, balancer, 443))).isEqualTo("ENI_SG_RULES_MISMATCH");
        set("preserve_client_ip.enabled", "false");
        assertThat(TrafficApi.allowed(traffic.tcp(client, balancer, 443))).isTrue();
    }

    /** Security groups of Network Load Balancers: targets may name the load balancer's group as the source. */
    @Test
    void aRuleForTheLoadBalancersGroupAdmitsItAlsoWithTheClientsAddress() throws Exception {
        Provider provider = new Provider(aws);
        String group = BalancedService.group(provider, "balancer");
        use(provider, group);
        provider.ec2.authorizeSecurityGroupIngress(r -> r.groupId(hosted.targetGroup)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(8443)
                        .toPort(8443)
                        .userIdGroupPairs(pair -> pair.groupId(group))
                        .build()));
        JsonNode refused = traffic.tcp(client, balancer, 443);
        assertThat(refused.get("reason").stringValue())
                .isEqualTo("no inbound rule of " + group + " allows tcp 443 from " + clientAddress);
        assertThat(TrafficApi.records(refused))
                .containsExactly(client + " egress ACCEPT", balancer + " ingress REJECT");

        hosted.allow(group, 443, "10.9.1.0/24");
        JsonNode flow = traffic.tcp(client, balancer, 443);
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(record(flow, 3)).contains(clientAddress + " " + hosted.targetAddress);
    }

    @Test
    void itStopsAtTheLoadBalancer_withoutListenerOrTarget() throws Exception {
        JsonNode other = traffic.tcp(client, balancer, 80);
        assertThat(other.get("reason").stringValue())
                .isEqualTo("no listener of " + hosted.balancerArn + " takes tcp 80");
        assertThat(TrafficApi.records(other)).containsExactly(client + " egress ACCEPT", balancer + " ingress ACCEPT");
        assertThat(other.has("reply")).isFalse();

        JsonNode ping =
                traffic.send("{'source':'%s','destination':'%s','protocol':'icmp'}".formatted(client, balancer));
        assertThat(TrafficApi.code(ping)).isEqualTo("PROTOCOL_RESTRICTION");

        hosted.provider.elb.deregisterTargets(
                r -> r.targetGroupArn(hosted.targetGroupArn).targets(hosted.description()));
        assertThat(TrafficApi.code(traffic.tcp(client, balancer, 443))).isEqualTo("NO_HEALTHY_TARGET");
    }

    @Test
    void aTargetInAnotherZoneIsReachedAcrossZonesOnly() throws Exception {
        String elsewhere = hosted.balancerIn('b').get(0);
        JsonNode refused = traffic.tcp(client, elsewhere, 443);
        assertThat(TrafficApi.code(refused)).isEqualTo("ELBV2_NO_TARGETS_IN_AZ");

        hosted.provider.elb.modifyLoadBalancerAttributes(r -> r.loadBalancerArn(hosted.balancerArn)
                .attributes(a -> a.key("load_balancing.cross_zone.enabled").value("true")));
        assertThat(TrafficApi.allowed(traffic.tcp(client, elsewhere, 443))).isTrue();

        set("load_balancing.cross_zone.enabled", "false");
        assertThat(TrafficApi.code(traffic.tcp(client, elsewhere, 443))).isEqualTo("ELBV2_NO_TARGETS_IN_AZ");
    }

    /** Troubleshoot your Network Load Balancer: requests time out from a target to its load balancer. */
    @Test
    void aClientThatIsItsOwnTargetDoesNotReachItself_unlessItsAddressIsChanged() throws Exception {
        assertThat(TrafficApi.code(traffic.tcp(hosted.target, balancer, 443))).isEqualTo("LOAD_BALANCER_LOOPBACK");
        set("preserve_client_ip.enabled", "false");
        assertThat(TrafficApi.allowed(traffic.tcp(hosted.target, balancer, 443)))
                .isTrue();
    }

    @Test
    void aStoppedInstanceGetsNothing() throws Exception {
        hosted.provider.ec2.stopInstances(r -> r.instanceIds(hosted.instance));
        JsonNode flow = traffic.tcp(client, balancer, 443);
        assertThat(TrafficApi.code(flow)).isEqualTo("NO_HEALTHY_TARGET");
        assertThat(flow.has("reply")).isFalse();
        hosted.provider.ec2.startInstances(r -> r.instanceIds(hosted.instance));
        assertThat(TrafficApi.allowed(traffic.tcp(client, balancer, 443))).isTrue();
    }

    /** Health checks for Network Load Balancer target groups: without a healthy target, all of them get traffic. */
    @Test
    void anAddressOfAStoppedInstanceFailsItsHealthChecks() throws Exception {
        Provider provider = hosted.provider;
        String group = provider.elb
                .createTargetGroup(r -> r.name("addresses")
                        .protocol(ProtocolEnum.TCP)
                        .port(8443)
                        .vpcId(provider.vpc)
                        .targetType(TargetTypeEnum.IP))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        String other = provider.ec2
                .createNetworkInterface(r -> r.subnetId(provider.subnetIn('a')).groups(List.of(hosted.targetGroup)))
                .networkInterface()
                .privateIpAddress();
        TargetDescription running = TargetDescription.builder().id(other).build();
        TargetDescription stopped =
                TargetDescription.builder().id(hosted.targetAddress).build();
        provider.elb.registerTargets(r -> r.targetGroupArn(group).targets(running, stopped));
        provider.elb.createListener(r -> r.loadBalancerArn(hosted.balancerArn)
                .protocol(ProtocolEnum.TCP)
                .port(8080)
                .defaultActions(a -> a.type("forward").targetGroupArn(group)));
        provider.ec2.stopInstances(r -> r.instanceIds(hosted.instance));

        assertThat(hosted.health(group)).containsExactly("healthy null", "unhealthy Target.FailedHealthChecks");
        for (int port = 50_000; port < 50_010; port++) {
            assertThat(TrafficApi.allowed(
                            traffic.send("{'source':'%s','destination':'%s','destinationPort':8080,'sourcePort':%d}"
                                    .formatted(client, balancer, port))))
                    .isTrue();
        }
        provider.elb.deregisterTargets(r -> r.targetGroupArn(group).targets(running));
        JsonNode flow = traffic.tcp(client, balancer, 8080);
        assertThat(TrafficApi.code(flow)).isEqualTo("INSTANCE_NOT_RUNNING");
        assertThat(flow.has("reply")).isFalse();
    }

    /** The target needs no route to the client, because the load balancer receives the answer. */
    @Test
    void aClientInTheInternetReachesATargetWithoutPublicAddress() throws Exception {
        Provider provider = hosted.provider;
        String gateway =
                provider.ec2.createInternetGateway(r -> {}).internetGateway().internetGatewayId();
        provider.ec2.attachInternetGateway(r -> r.vpcId(provider.vpc).internetGatewayId(gateway));
        String table = provider.ec2
                .createRouteTable(r -> r.vpcId(provider.vpc))
                .routeTable()
                .routeTableId();
        provider.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        String subnet = provider.ec2
                .createSubnet(
                        r -> r.vpcId(provider.vpc).cidrBlock("10.9.8.0/24").availabilityZone("us-east-1a"))
                .subnet()
                .subnetId();
        provider.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
        String arn = provider.elb
                .createLoadBalancer(r -> r.name("public")
                        .type(LoadBalancerTypeEnum.NETWORK)
                        .scheme(LoadBalancerSchemeEnum.INTERNET_FACING)
                        .subnets(subnet))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        String group = provider.elb
                .createTargetGroup(r ->
                        r.name("front").protocol(ProtocolEnum.TCP).port(8443).vpcId(provider.vpc))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        provider.elb.registerTargets(r -> r.targetGroupArn(group).targets(hosted.description()));
        provider.elb.createListener(
                r -> r.loadBalancerArn(arn).protocol(ProtocolEnum.TCP).port(443).defaultActions(a -> a.type("forward")
                        .targetGroupArn(group)));
        String publicAddress = provider.ec2
                .describeNetworkInterfaces(
                        r -> r.filters(f -> f.name("subnet-id").values(subnet)))
                .networkInterfaces()
                .get(0)
                .association()
                .publicIp();

        assertThat(TrafficApi.code(traffic.tcp("203.0.113.9", publicAddress, 443)))
                .isEqualTo("ENI_SG_RULES_MISMATCH");
        hosted.allow(hosted.targetGroup, 8443, "203.0.113.0/24");
        JsonNode flow = traffic.tcp("203.0.113.9", publicAddress, 443);
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(flow.get("reply").get("hops").get(0).get("component").stringValue())
                .isEqualTo(hosted.target);
        assertThat(TrafficApi.stages(flow.get("reply"))).contains("INTERNET_GATEWAY");
    }

    private void set(String key, String value) {
        hosted.provider.elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(hosted.targetGroupArn)
                .attributes(a -> a.key(key).value(value)));
    }

    private void revoke(String cidr) {
        hosted.provider.ec2.revokeSecurityGroupIngress(r -> r.groupId(hosted.targetGroup)
                .ipProtocol("tcp")
                .fromPort(8443)
                .toPort(8443)
                .cidrIp(cidr));
    }

    private static String record(JsonNode flow, int index) {
        return flow.get("records").get(index).get("record").stringValue();
    }
}
