package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Expected: Elastic Load Balancing API Reference and User Guides. */
@EmulatorTest
class TargetGroupTest {

    @Autowired
    private Aws aws;

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
        // Examples of the AWS CLI: the answer to a creation has no list of load balancers.
        assertThat(made.hasLoadBalancerArns()).isFalse();
        assertThat(lan.elb().describeTargetGroups().targetGroups())
                .containsExactly(made.toBuilder().loadBalancerArns(List.of()).build());
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

    /** Recorded by users of AWS. */
    @Test
    void aHealthCheckPathBeginsWithASlash() {
        Expect.awsError(
                "ValidationError",
                "Health check path 'C:/Program Files/Git/health' must begin with '/'",
                () -> lan.elb().createTargetGroup(r -> r.name("web")
                        .protocol("HTTP")
                        .port(80)
                        .vpcId(lan.vpcId())
                        .healthCheckPath("C:/Program Files/Git/health")));
    }

    /** The model's constraint. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1025})
    void pathsOfHealthChecksHave1024CharactersAtMost(int length) {
        Expect.awsError("ValidationError", () -> lan.elb().createTargetGroup(r -> r.name("path")
                .protocol("HTTP")
                .port(80)
                .vpcId(lan.vpcId())
                .healthCheckPath("/".repeat(length))));
    }

    /**
     * The first text is recorded from AWS in 2026 (users reported another one before). UNVERIFIED: the last, and that target
     * groups of Network and Gateway Load Balancers may have equal times.
     */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            HTTP,  80,   5,  5,  Health check timeout '5' must be smaller than the interval '5'
            HTTP,  80,   5,  -,  Health check timeout '5' must be smaller than the interval '5'
            HTTPS, 443,  10, 12, Health check timeout '12' must be smaller than the interval '10'
            HTTP,  80,   6,  5,  -
            TCP,   80,   10, 10, -
            TCP,   80,   10, 11, Health check timeout '11' must be smaller than or equal to the interval '10'
            GENEVE, 6081, 5, 5,  -
            """)
    void healthChecksEndBeforeTheNext(
            String protocol, int port, int interval, @Nullable Integer timeout, @Nullable String error) {
        CreateTargetGroupRequest request = CreateTargetGroupRequest.builder()
                .name("timely")
                .protocol(protocol)
                .port(port)
                .vpcId(lan.vpcId())
                .healthCheckIntervalSeconds(interval)
                .healthCheckTimeoutSeconds(timeout)
                .build();
        if (error == null) {
            assertThat(lan.elb().createTargetGroup(request).targetGroups()).hasSize(1);
        } else {
            Expect.awsError("ValidationError", error, () -> lan.elb().createTargetGroup(request));
        }
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

    /** Defaults of attributes: TargetGroupAttribute. */
    @Test
    void attributesHaveTheDefaultsOfProtocolAndType() {
        assertThat(lan.attributes(lan.targets("t", "TCP", 80)))
                .containsEntry("deregistration_delay.timeout_seconds", "300")
                .containsEntry("deregistration_delay.connection_termination.enabled", "false")
                .containsEntry("preserve_client_ip.enabled", "false")
                .containsEntry("stickiness.type", "source_ip")
                .containsEntry("load_balancing.cross_zone.enabled", "use_load_balancer_configuration");
        assertThat(lan.attributes(lan.targets("u", "UDP", 80)))
                .containsEntry("deregistration_delay.connection_termination.enabled", "true")
                .containsEntry("preserve_client_ip.enabled", "true");
        assertThat(lan.attributes(lan.targets("g", "GENEVE", 6081)))
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
        Expect.awsError(code, () -> lan.set(group, Map.of(key, value)));
    }

    @Test
    void aGroupInUseCannotBeDeleted() {
        TargetGroup group = lan.targets("used", "TCP", 80);
        LoadBalancer front = lan.network("front");
        lan.listen(front, "TCP", 80, group);
        Expect.awsError(
                "ResourceInUse",
                "Target group '" + group.targetGroupArn() + "' is currently in use by a listener or a rule",
                () -> lan.elb().deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn())));
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(front.loadBalancerArn()));
        lan.elb().deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
        lan.elb().deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
        assertThat(lan.elb().describeTargetGroups().targetGroups()).isEmpty();
    }
}
