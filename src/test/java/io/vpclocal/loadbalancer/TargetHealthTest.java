package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * Expected: Elastic Load Balancing API Reference and User Guides. Our guess: a target that can
 * get traffic is healthy, because no machine runs behind it.
 */
@EmulatorTest
class TargetHealthTest {

    @Autowired
    private Aws aws;

    @Autowired
    private LoadBalancerTargets targets;

    @Autowired
    private PlatformTransactionManager transactions;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    /** Reasons: TargetHealth. */
    @Test
    void aTargetIsHealthyOnceALoadBalancerOfItsZoneUsesIt() {
        TargetGroup group = lan.targets("life", "TCP", 80);
        lan.register(group, Balanced.target("10.0.1.10", null), Balanced.target("10.0.3.10", 8080));
        assertThat(lan.health(group)).extracting(Balanced::summary).containsOnly("unused Target.NotInUse");
        LoadBalancer front =
                lan.create(Balanced.internal("front").subnets(lan.subnetA()).build());
        lan.listen(front, "TCP", 443, group);
        assertThat(lan.health(group))
                .extracting(each -> each.target().id(), each -> each.target().port(), Balanced::summary)
                .containsExactly(
                        tuple("10.0.1.10", 80, "healthy null"), tuple("10.0.3.10", 8080, "unused Target.NotInUse"));
        assertThat(lan.health(group))
                .extracting(each -> each.target().availabilityZone())
                .containsExactly("us-east-1a", "us-east-1b");
        lan.elb().setSubnets(r -> r.loadBalancerArn(front.loadBalancerArn()).subnets(lan.subnetA(), lan.subnetB()));
        assertThat(lan.health(group)).extracting(Balanced::summary).containsOnly("healthy null");
        assertThat(lan.elb()
                        .describeTargetGroups(r -> r.loadBalancerArn(front.loadBalancerArn()))
                        .targetGroups())
                .extracting(TargetGroup::loadBalancerArns)
                .containsExactly(List.of(front.loadBalancerArn()));
    }

    @Test
    void aDeregisteredTargetDrainsForItsGroupsDelay() {
        TargetGroup group = lan.targets("drain", "TCP", 80);
        lan.register(group, Balanced.target("10.0.1.10", null), Balanced.target("10.0.1.11", null));
        lan.elb().deregisterTargets(r -> r.targetGroupArn(group.targetGroupArn())
                .targets(Balanced.target("10.0.1.11", null)));
        assertThat(lan.health(group)).hasSize(1);
        lan.listen(lan.network("front"), "TCP", 80, group);
        lan.elb().deregisterTargets(r -> r.targetGroupArn(group.targetGroupArn())
                .targets(Balanced.target("10.0.1.10", null)));
        assertThat(lan.health(group))
                .extracting(Balanced::summary)
                .containsExactly("draining Target.DeregistrationInProgress");
        lan.set(group, Map.of("deregistration_delay.timeout_seconds", "0"));
        assertThat(lan.health(group)).isEmpty();
        assertThat(lan.elb()
                        .describeTargetHealth(r ->
                                r.targetGroupArn(group.targetGroupArn()).targets(Balanced.target("10.0.1.10", null)))
                        .targetHealthDescriptions())
                .singleElement()
                .satisfies(health -> {
                    assertThat(Balanced.summary(health)).isEqualTo("unused Target.NotRegistered");
                    assertThat(health.target().port()).isEqualTo(80);
                    // A test that runs against AWS.
                    assertThat(health.healthCheckPort()).isEqualTo("80");
                });
    }

    @Test
    void instancesMustRunToBeRegistered() {
        String id = instance();
        TargetGroup group = lan.elb()
                .createTargetGroup(
                        r -> r.name("machines").protocol("TCP").port(80).vpcId(lan.vpcId()))
                .targetGroups()
                .get(0);
        lan.register(group, Balanced.target(id, null));
        lan.listen(lan.network("front"), "TCP", 80, group);
        assertThat(lan.health(group)).extracting(Balanced::summary).containsExactly("healthy null");
        lan.ec2().stopInstances(r -> r.instanceIds(id));
        assertThat(lan.health(group)).extracting(Balanced::summary).containsExactly("unused Target.InvalidState");
        Expect.awsError(
                "InvalidTarget",
                "The following targets are not in a running state and cannot be registered: '" + id + "'",
                () -> lan.register(group, Balanced.target(id, 81)));
        Expect.awsError(
                "ValidationError",
                "Instance ID 'i-0123456789abcdef0' is not valid",
                () -> lan.register(group, Balanced.target("i-0123456789abcdef0", null)));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.1.10,   ,           us-east-1a",
        "10.0.1.10,   all,        all",
        "10.0.200.1,  us-east-1b, us-east-1b",
        "192.168.1.1, all,        all"
    })
    void anAddressIsInTheZoneOfItsSubnet(String address, String zone, String expected) {
        TargetGroup group = lan.targets("zones", "TCP", 80);
        lan.register(
                group,
                TargetDescription.builder().id(address).availabilityZone(zone).build());
        assertThat(lan.health(group))
                .extracting(each -> each.target().availabilityZone())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8, all", "192.168.1.1,", "nonsense,", "2001:db8::1,", "192.168.1.1, us-east-9z"})
    void addressesThatCannotBeTargetsAreRefused(String address, String zone) {
        TargetGroup group = lan.targets("refused", "TCP", 80);
        TargetDescription target =
                TargetDescription.builder().id(address).availabilityZone(zone).build();
        Expect.awsError("ValidationError", () -> lan.register(group, target));
    }

    @Test
    void theDataPlaneFindsTheHealthyTargetsOfAListener() {
        TargetGroup tcp = lan.targets("tcp", "TCP", 80);
        TargetGroup dns = lan.targets("dns", "TCP_UDP", 53);
        lan.register(tcp, Balanced.target("10.0.1.10", null), Balanced.target("10.0.3.10", 8080));
        lan.register(
                dns,
                TargetDescription.builder()
                        .id("10.0.1.53")
                        .availabilityZone("all")
                        .build());
        LoadBalancer front = lan.network("front");
        lan.listen(front, "TCP", 443, tcp);
        lan.listen(front, "TCP_UDP", 53, dns);
        assertThat(healthy(front, "tcp", 443))
                .hasValue(List.of(
                        balanced(tcp, "10.0.1.10", 80, "us-east-1a", false, false),
                        balanced(tcp, "10.0.3.10", 8080, "us-east-1b", false, false)));
        assertThat(healthy(front, "udp", 53)).hasValue(List.of(balanced(dns, "10.0.1.53", 53, null, false, true)));
        lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(front.loadBalancerArn())
                .attributes(a -> a.key("load_balancing.cross_zone.enabled").value("true")));
        lan.set(tcp, Map.of("load_balancing.cross_zone.enabled", "false"));
        assertThat(healthy(front, "udp", 53)).hasValue(List.of(balanced(dns, "10.0.1.53", 53, null, true, true)));
        assertThat(healthy(front, "tcp", 443).orElseThrow()).noneMatch(BalancedTarget::crossZone);
        assertThat(healthy(front, "udp", 443)).isEmpty();
        assertThat(healthy(front, "tcp", 80)).isEmpty();
    }

    @Test
    void aGatewayLoadBalancerAcceptsEveryPort() {
        TargetGroup group = lan.targets("inspect", "GENEVE", 6081);
        lan.register(group, Balanced.target("10.0.1.10", null));
        LoadBalancer gateway = lan.gateway("inspect");
        lan.elb().createListener(r -> r.loadBalancerArn(gateway.loadBalancerArn())
                .defaultActions(a -> a.type("forward").targetGroupArn(group.targetGroupArn())));
        assertThat(healthy(gateway, "udp", 4711))
                .hasValue(List.of(balanced(group, "10.0.1.10", 6081, "us-east-1a", false, false)));
    }

    private Optional<List<BalancedTarget>> healthy(LoadBalancer of, String protocol, int port) {
        return new TransactionTemplate(transactions)
                .execute(status -> targets.healthy(of.loadBalancerArn(), protocol, port));
    }

    private String instance() {
        return lan.ec2()
                .runInstances(
                        r -> r.imageId("ami-12345678").minCount(1).maxCount(1).subnetId(lan.subnetA()))
                .instances()
                .get(0)
                .instanceId();
    }

    private static BalancedTarget balanced(
            TargetGroup group, String id, int port, @Nullable String zone, boolean crossZone, boolean keepsClient) {
        return new BalancedTarget(group.targetGroupArn(), "ip", id, port, zone, crossZone, keepsClient, false);
    }
}
