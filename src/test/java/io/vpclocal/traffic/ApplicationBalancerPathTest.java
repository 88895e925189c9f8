package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import tools.jackson.databind.JsonNode;

/**
 * Traffic to an address of an Application Load Balancer (User Guide for Application Load Balancers: targets see the address
 * of the load balancer; its security groups apply). Our guess: a packet follows the default action.
 */
@EmulatorTest
class ApplicationBalancerPathTest {

    @Autowired
    private Aws aws;

    private Provider provider;
    private TrafficApi traffic;
    private String webGroup;
    private LoadBalancer web;
    private String balancer;
    private String balancerAddress;
    private NetworkInterface client;
    private NetworkInterface target;

    @BeforeEach
    void balancedInterface() {
        provider = new Provider(aws);
        traffic = new TrafficApi(aws.endpoint(), provider.account);
        webGroup = BalancedService.group(provider, "web");
        web = provider.elb
                .createLoadBalancer(r -> r.name("web")
                        .scheme("internal")
                        .securityGroups(webGroup)
                        .subnets(provider.subnetIn('a'), provider.subnetIn('b')))
                .loadBalancers()
                .get(0);
        NetworkInterface at = provider.ec2
                .describeNetworkInterfaces(
                        r -> r.filters(f -> f.name("requester-id").values("amazon-elb"), f -> f.name("subnet-id")
                                .values(provider.subnetIn('a'))))
                .networkInterfaces()
                .get(0);
        balancer = at.networkInterfaceId();
        balancerAddress = at.privateIpAddress();
        client = made('b');
        target = made('a');
    }

    @Test
    void theTargetSeesTheLoadBalancer() throws Exception {
        listen(forward(targets()));
        assertThat(TrafficApi.code(traffic.tcp(client.networkInterfaceId(), balancer, 80)))
                .isEqualTo("ENI_SG_RULES_MISMATCH");
        allow();
        JsonNode flow = traffic.tcp(client.networkInterfaceId(), balancer, 80);
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(TrafficApi.records(flow))
                .containsExactly(
                        client.networkInterfaceId() + " egress ACCEPT",
                        balancer + " ingress ACCEPT",
                        balancer + " egress ACCEPT",
                        target.networkInterfaceId() + " ingress ACCEPT",
                        target.networkInterfaceId() + " egress ACCEPT",
                        balancer + " ingress ACCEPT",
                        balancer + " egress ACCEPT",
                        client.networkInterfaceId() + " ingress ACCEPT");
        assertThat(flow.toString()).contains(balancerAddress + " " + target.privateIpAddress());
    }

    @Test
    void aRedirectEndsAtTheLoadBalancer() throws Exception {
        allow();
        listen(Action.builder()
                .type("redirect")
                .redirectConfig(c -> c.port("443").protocol("HTTPS").statusCode("HTTP_301"))
                .build());
        JsonNode flow = traffic.tcp(client.networkInterfaceId(), balancer, 80);
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(TrafficApi.records(flow))
                .containsExactly(
                        client.networkInterfaceId() + " egress ACCEPT",
                        balancer + " ingress ACCEPT",
                        balancer + " egress ACCEPT",
                        client.networkInterfaceId() + " ingress ACCEPT");
        assertThat(TrafficApi.code(traffic.tcp(client.networkInterfaceId(), balancer, 81)))
                .isEqualTo("ELBV2_LISTENERS_MISMATCH");
    }

    @Test
    void aNetworkLoadBalancerSendsThroughIt() throws Exception {
        allow();
        listen(forward(targets()));
        LoadBalancer front = provider.elb
                .createLoadBalancer(
                        r -> r.name("front").type("network").scheme("internal").subnets(provider.subnetIn('a')))
                .loadBalancers()
                .get(0);
        String albs = group(r -> r.name("albs").protocol("TCP").port(80).targetType("alb"));
        provider.elb.registerTargets(r -> r.targetGroupArn(albs).targets(t -> t.id(web.loadBalancerArn())));
        provider.elb.createListener(r -> r.loadBalancerArn(front.loadBalancerArn())
                .protocol("TCP")
                .port(8000)
                .defaultActions(forward(albs)));
        String network = provider.ec2
                .describeNetworkInterfaces(
                        r -> r.filters(f -> f.name("interface-type").values("network_load_balancer")))
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
        JsonNode flow = traffic.tcp(client.networkInterfaceId(), network, 8000);
        assertThat(TrafficApi.allowed(flow)).isTrue();
        assertThat(TrafficApi.records(flow).subList(0, 6))
                .isEqualTo(List.of(
                        client.networkInterfaceId() + " egress ACCEPT",
                        network + " ingress ACCEPT",
                        network + " egress ACCEPT",
                        balancer + " ingress ACCEPT",
                        balancer + " egress ACCEPT",
                        target.networkInterfaceId() + " ingress ACCEPT"));
    }

    private NetworkInterface made(char zone) {
        return provider.ec2
                .createNetworkInterface(r -> r.subnetId(provider.subnetIn(zone)).groups(webGroup))
                .networkInterface();
    }

    private String targets() {
        String arn = group(r -> r.name("web").protocol("HTTP").port(8080).targetType("ip"));
        provider.elb.registerTargets(r -> r.targetGroupArn(arn).targets(t -> t.id(target.privateIpAddress())));
        return arn;
    }

    private String group(Consumer<CreateTargetGroupRequest.Builder> wanted) {
        Consumer<CreateTargetGroupRequest.Builder> inVpc = r -> r.vpcId(provider.vpc);
        return provider.elb
                .createTargetGroup(inVpc.andThen(wanted))
                .targetGroups()
                .get(0)
                .targetGroupArn();
    }

    private void listen(Action action) {
        provider.elb.createListener(r -> r.loadBalancerArn(web.loadBalancerArn())
                .protocol("HTTP")
                .port(80)
                .defaultActions(action));
    }

    private void allow() {
        provider.ec2.authorizeSecurityGroupIngress(r ->
                r.groupId(webGroup).ipProtocol("tcp").fromPort(0).toPort(65_535).cidrIp("0.0.0.0/0"));
    }

    private static Action forward(String targetGroupArn) {
        return Action.builder().type("forward").targetGroupArn(targetGroupArn).build();
    }
}
