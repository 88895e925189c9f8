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
import java.util.stream.Collectors;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * Expected: Elastic Load Balancing API Reference and User Guides. That a target which could get traffic is healthy is our
 * guess: no machine runs behind it.
 */
@EmulatorTest
class TargetGroupTest {

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

    /** Defaults of health checks: CreateTargetGroup. */
    @ParameterizedTest
    @CsvSource({
        "TCP,     80,   TCP, traffic-port, 30, 10, 5, 2",
        "TLS,     443,  TCP, traffic-port, 30, 10, 5, 2",
        "UDP,     53,   TCP, traffic-port, 30, 10, 5, 2",
        "TCP_UDP, 53,   TCP, traffic-port, 30, 10, 5, 2",
        "GENEVE,  6081, TCP, 80,           10, 5,  5, 2"
    })
    void healthChecksHaveTheDefaultsOfTheProtocol(
            String protocol, int port, String check, String checkPort, int interval, int timeout, int up, int down) {
        TargetGroup made = lan.targets("defaults", protocol, port);
        assertThat(made.targetGroupArn())
                .matches("arn:aws:elasticloadbalancing:us-east-1:" + lan.account()
                        + ":targetgroup/defaults/[0-9a-f]{16}");
        assertThat(made.healthCheckProtocolAsString()).isEqualTo(check);
        assertThat(made.healthCheckPort()).isEqualTo(checkPort);
        assertThat(made.healthCheckEnabled()).isTrue();
        assertThat(List.of(
                        made.healthCheckIntervalSeconds(),
                        made.healthCheckTimeoutSeconds(),
                        made.healthyThresholdCount(),
                        made.unhealthyThresholdCount()))
                .containsExactly(interval, timeout, up, down);
        assertThat(made.healthCheckPath()).isNull();
        assertThat(made.matcher()).isNull();
        assertThat(made.loadBalancerArns()).isEmpty();
        assertThat(lan.elb().describeTargetGroups().targetGroups()).containsExactly(made);
    }

    @Test
    void aHealthCheckOverHttpHasAPathAndCodes() {
        TargetGroup made = lan.elb()
                .createTargetGroup(r -> r.name("web")
                        .protocol("TCP")
                        .port(8080)
                        .vpcId(lan.vpcId())
                        .healthCheckProtocol("HTTP"))
                .targetGroups()
                .get(0);
        assertThat(made.targetTypeAsString()).isEqualTo("instance");
        assertThat(made.healthCheckPath()).isEqualTo("/");
        assertThat(made.matcher().httpCode()).isEqualTo("200-399");
        assertThat(made.healthCheckTimeoutSeconds()).isEqualTo(6);
        TargetGroup changed = lan.elb()
                .modifyTargetGroup(r -> r.targetGroupArn(made.targetGroupArn())
                        .healthCheckPath("/ready")
                        .healthCheckPort("9000")
                        .matcher(m -> m.httpCode("204")))
                .targetGroups()
                .get(0);
        assertThat(changed.healthCheckPath()).isEqualTo("/ready");
        assertThat(changed.healthCheckPort()).isEqualTo("9000");
        assertThat(changed.matcher().httpCode()).isEqualTo("204");
        assertThat(changed.healthCheckIntervalSeconds()).isEqualTo(30);
    }

    @Test
    void theSameRequestAnswersWithTheSameTargetGroup() {
        TargetGroup made = lan.targets("twice", "TCP", 80);
        assertThat(lan.targets("twice", "TCP", 80)).isEqualTo(made);
        Expect.awsError(
                "DuplicateTargetGroupName",
                "A target group with the same name 'twice' exists, but with different settings",
                () -> lan.targets("twice", "TCP", 81));
    }

    /** Reasons: TargetHealth. */
    @Test
    void aTargetIsHealthyOnceALoadBalancerOfItsZoneUsesIt() {
        TargetGroup group = lan.targets("life", "TCP", 80);
        register(group, target("10.0.1.10", null), target("10.0.3.10", 8080));
        assertThat(health(group)).extracting(TargetGroupTest::summary).containsOnly("unused Target.NotInUse");
        LoadBalancer front =
                lan.create(Balanced.internal("front").subnets(lan.subnetA()).build());
        listen(front, "TCP", 443, group);
        assertThat(health(group))
                .extracting(each -> each.target().id(), each -> each.target().port(), TargetGroupTest::summary)
                .containsExactly(
                        tuple("10.0.1.10", 80, "healthy null"), tuple("10.0.3.10", 8080, "unused Target.NotInUse"));
        assertThat(health(group))
                .extracting(each -> each.target().availabilityZone())
                .containsExactly("us-east-1a", "us-east-1b");
        lan.elb().setSubnets(r -> r.loadBalancerArn(front.loadBalancerArn()).subnets(lan.subnetA(), lan.subnetB()));
        assertThat(health(group)).extracting(TargetGroupTest::summary).containsOnly("healthy null");
        assertThat(lan.elb()
                        .describeTargetGroups(r -> r.loadBalancerArn(front.loadBalancerArn()))
                        .targetGroups())
                .extracting(TargetGroup::loadBalancerArns)
                .containsExactly(List.of(front.loadBalancerArn()));
    }

    @Test
    void aTargetThatIsTakenAwayIsDrainedAsLongAsItsGroupSays() {
        TargetGroup group = lan.targets("drain", "TCP", 80);
        register(group, target("10.0.1.10", null), target("10.0.1.11", null));
        lan.elb()
                .deregisterTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(target("10.0.1.11", null)));
        assertThat(health(group)).hasSize(1);
        listen(lan.network("front"), "TCP", 80, group);
        lan.elb()
                .deregisterTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(target("10.0.1.10", null)));
        assertThat(health(group))
                .extracting(TargetGroupTest::summary)
                .containsExactly("draining Target.DeregistrationInProgress");
        set(group, Map.of("deregistration_delay.timeout_seconds", "0"));
        assertThat(health(group)).isEmpty();
        assertThat(lan.elb()
                        .describeTargetHealth(
                                r -> r.targetGroupArn(group.targetGroupArn()).targets(target("10.0.1.10", null)))
                        .targetHealthDescriptions())
                .extracting(TargetGroupTest::summary)
                .containsExactly("unused Target.NotRegistered");
    }

    @Test
    void instancesMustRunToBeRegistered() {
        String id = instance();
        TargetGroup group = lan.elb()
                .createTargetGroup(
                        r -> r.name("machines").protocol("TCP").port(80).vpcId(lan.vpcId()))
                .targetGroups()
                .get(0);
        register(group, target(id, null));
        listen(lan.network("front"), "TCP", 80, group);
        assertThat(health(group)).extracting(TargetGroupTest::summary).containsExactly("healthy null");
        lan.ec2().stopInstances(r -> r.instanceIds(id));
        assertThat(health(group)).extracting(TargetGroupTest::summary).containsExactly("unused Target.InvalidState");
        Expect.awsError(
                "InvalidTarget",
                "The following targets are not in a running state and cannot be registered: '" + id + "'",
                () -> register(group, target(id, 81)));
        Expect.awsError(
                "ValidationError",
                "Instance ID 'i-0123456789abcdef0' is not valid",
                () -> register(group, target("i-0123456789abcdef0", null)));
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
        register(
                group,
                TargetDescription.builder().id(address).availabilityZone(zone).build());
        assertThat(health(group))
                .extracting(each -> each.target().availabilityZone())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8, all", "192.168.1.1,", "nonsense,", "2001:db8::1,", "192.168.1.1, us-east-9z"})
    void addressesThatCannotBeTargetsAreRefused(String address, String zone) {
        TargetGroup group = lan.targets("refused", "TCP", 80);
        TargetDescription target =
                TargetDescription.builder().id(address).availabilityZone(zone).build();
        Expect.awsError("ValidationError", () -> register(group, target));
    }

    @Test
    void theDataPlaneFindsTheHealthyTargetsOfAListener() {
        TargetGroup tcp = lan.targets("tcp", "TCP", 80);
        TargetGroup dns = lan.targets("dns", "TCP_UDP", 53);
        register(tcp, target("10.0.1.10", null), target("10.0.3.10", 8080));
        register(
                dns,
                TargetDescription.builder()
                        .id("10.0.1.53")
                        .availabilityZone("all")
                        .build());
        LoadBalancer front = lan.network("front");
        listen(front, "TCP", 443, tcp);
        listen(front, "TCP_UDP", 53, dns);
        assertThat(healthy(front, "tcp", 443))
                .hasValue(List.of(
                        new BalancedTarget("ip", "10.0.1.10", 80, "us-east-1a", false),
                        new BalancedTarget("ip", "10.0.3.10", 8080, "us-east-1b", false)));
        assertThat(healthy(front, "udp", 53)).hasValue(List.of(new BalancedTarget("ip", "10.0.1.53", 53, null, false)));
        lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(front.loadBalancerArn())
                .attributes(a -> a.key("load_balancing.cross_zone.enabled").value("true")));
        set(tcp, Map.of("load_balancing.cross_zone.enabled", "false"));
        assertThat(healthy(front, "udp", 53)).hasValue(List.of(new BalancedTarget("ip", "10.0.1.53", 53, null, true)));
        assertThat(healthy(front, "tcp", 443).orElseThrow()).noneMatch(BalancedTarget::crossZone);
        assertThat(healthy(front, "udp", 443)).isEmpty();
        assertThat(healthy(front, "tcp", 80)).isEmpty();
    }

    @Test
    void aGatewayLoadBalancerTakesEveryPort() {
        TargetGroup group = lan.targets("inspect", "GENEVE", 6081);
        register(group, target("10.0.1.10", null));
        LoadBalancer gateway = lan.gateway("inspect");
        lan.elb().createListener(r -> r.loadBalancerArn(gateway.loadBalancerArn())
                .defaultActions(a -> a.type("forward").targetGroupArn(group.targetGroupArn())));
        assertThat(healthy(gateway, "udp", 4711))
                .hasValue(List.of(new BalancedTarget("ip", "10.0.1.10", 6081, "us-east-1a", false)));
    }

    /** Defaults of attributes: TargetGroupAttribute. */
    @Test
    void attributesHaveTheDefaultsOfProtocolAndType() {
        assertThat(attributes(lan.targets("t", "TCP", 80)))
                .containsEntry("deregistration_delay.timeout_seconds", "300")
                .containsEntry("deregistration_delay.connection_termination.enabled", "false")
                .containsEntry("preserve_client_ip.enabled", "false")
                .containsEntry("stickiness.type", "source_ip")
                .containsEntry("load_balancing.cross_zone.enabled", "use_load_balancer_configuration");
        assertThat(attributes(lan.targets("u", "UDP", 80)))
                .containsEntry("deregistration_delay.connection_termination.enabled", "true")
                .containsEntry("preserve_client_ip.enabled", "true");
        assertThat(attributes(lan.targets("g", "GENEVE", 6081)))
                .containsEntry("target_failover.on_deregistration", "no_rebalance")
                .doesNotContainKey("preserve_client_ip.enabled");
    }

    @ParameterizedTest
    @CsvSource({
        "GENEVE, 6081, preserve_client_ip.enabled, true, InvalidConfigurationRequest",
        "GENEVE, 6081, target_failover.on_deregistration, rebalance, InvalidConfigurationRequest",
        "TCP, 80, slow_start.duration_seconds, 30, InvalidConfigurationRequest",
        "TCP, 80, nonsense, 1, ValidationError",
        "TCP, 80, deregistration_delay.timeout_seconds, 3601, ValidationError",
        "TCP, 80, stickiness.enabled, maybe, ValidationError"
    })
    void attributesThatCannotBeAreRefused(String protocol, int port, String key, String value, String code) {
        TargetGroup group = lan.targets("refused", protocol, port);
        Expect.awsError(code, () -> set(group, Map.of(key, value)));
    }

    @Test
    void aGroupThatIsUsedStays() {
        TargetGroup group = lan.targets("used", "TCP", 80);
        LoadBalancer front = lan.network("front");
        listen(front, "TCP", 80, group);
        Expect.awsError(
                "ResourceInUse",
                "Target group '" + group.targetGroupArn() + "' is currently in use by a listener or a rule",
                () -> lan.elb().deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn())));
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(front.loadBalancerArn()));
        lan.elb().deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
        lan.elb().deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
        assertThat(lan.elb().describeTargetGroups().targetGroups()).isEmpty();
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

    private void listen(LoadBalancer on, String protocol, int port, TargetGroup to) {
        lan.elb().createListener(r -> r.loadBalancerArn(on.loadBalancerArn())
                .protocol(protocol)
                .port(port)
                .defaultActions(a -> a.type("forward").targetGroupArn(to.targetGroupArn())));
    }

    private void register(TargetGroup with, TargetDescription... targets) {
        lan.elb().registerTargets(r -> r.targetGroupArn(with.targetGroupArn()).targets(targets));
    }

    private void set(TargetGroup on, Map<String, String> attributes) {
        lan.elb().modifyTargetGroupAttributes(r -> r.targetGroupArn(on.targetGroupArn())
                .attributes(attributes.entrySet().stream()
                        .map(each -> TargetGroupAttribute.builder()
                                .key(each.getKey())
                                .value(each.getValue())
                                .build())
                        .toList()));
    }

    private Map<String, String> attributes(TargetGroup of) {
        return lan.elb().describeTargetGroupAttributes(r -> r.targetGroupArn(of.targetGroupArn())).attributes().stream()
                .collect(Collectors.toMap(TargetGroupAttribute::key, TargetGroupAttribute::value));
    }

    private List<TargetHealthDescription> health(TargetGroup of) {
        return lan.elb()
                .describeTargetHealth(r -> r.targetGroupArn(of.targetGroupArn()))
                .targetHealthDescriptions();
    }

    private static String summary(TargetHealthDescription of) {
        return of.targetHealth().stateAsString() + " " + of.targetHealth().reasonAsString();
    }

    private static TargetDescription target(String id, @Nullable Integer port) {
        return TargetDescription.builder().id(id).port(port).build();
    }
}
