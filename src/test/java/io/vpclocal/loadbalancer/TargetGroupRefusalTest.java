package io.vpclocal.loadbalancer;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * What target groups and targets are refused. Texts are recorded from AWS in 2026; UNVERIFIED: the codes, which CloudFormation
 * hides.
 */
@EmulatorTest
class TargetGroupRefusalTest {

    @Autowired
    private Aws aws;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                refused(
                        "ValidationError",
                        "Target group name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' cannot be longer than '32' characters",
                        r -> r.name("a".repeat(33))),
                refused(
                        "ValidationError",
                        "1 validation error detected: Value '-a-' at 'targetGroupName' failed to satisfy constraint: Member"
                                + " must satisfy regular expression pattern: (?!^-)(?!.*-$)^[A-Za-z0-9-]+$",
                        r -> r.name("-a-")),
                refused("ValidationError", "A protocol must be specified", r -> r.protocol((String) null)),
                refused("ValidationError", "A VPC ID must be specified", r -> r.vpcId(null)),
                refused("ValidationError", "The VPC ID 'vpc-11112222' is not found", r -> r.vpcId("vpc-11112222")),
                refused("ValidationError", "Port must be 6081 for GENEVE target groups.", r -> r.protocol("GENEVE")
                        .port(80)),
                refused(
                        "ValidationError",
                        "Health check paths are not supported for TCP health checks",
                        r -> r.protocol("TCP").healthCheckPath("/")),
                refused(
                        "ValidationError",
                        "Health check paths are not supported for TCP health checks",
                        r -> r.protocol("TCP").healthCheckProtocol("TCP").healthCheckPath("/")),
                refused(
                        "ValidationError",
                        "Custom health check matchers are not supported for the requested target group",
                        r -> r.protocol("GENEVE")
                                .port(6081)
                                .healthCheckProtocol("TCP")
                                .matcher(m -> m.httpCode("200-499"))),
                refused(
                        "ValidationError",
                        "Health check matcher HTTP code cannot be empty",
                        r -> r.matcher(m -> m.grpcCode("0-12"))),
                refused(
                        "ValidationError",
                        "Health check matcher HTTP code '599' must be within '200-499' inclusive",
                        r -> r.matcher(m -> m.httpCode("599"))),
                refused(
                        "ValidationError",
                        "Health check matcher GRPC code '120' must be within '0-99' inclusive",
                        r -> r.protocolVersion("GRPC").matcher(m -> m.grpcCode("120"))),
                refused(
                        "ValidationError",
                        "Health check port '65536' must be within '1-65535' or 'traffic-port'",
                        r -> r.healthCheckPort("65536")),
                refused(
                        "ValidationError",
                        "Health check port 'traffic_port' must be within '1-65535' or 'traffic-port'",
                        r -> r.healthCheckPort("traffic_port")),
                refused(
                        "ValidationError",
                        "Health check protocol 'UDP' must be one of 'HTTP, HTTPS, TCP'",
                        r -> r.protocol("UDP").healthCheckProtocol("UDP")),
                refused(
                        "ValidationError",
                        "Health check protocol 'TCP' must be one of 'HTTP, HTTPS'",
                        r -> r.healthCheckProtocol("TCP")),
                refused(
                        "InvalidConfigurationRequest",
                        "Health check enabled must be true for target groups with target type 'instance'",
                        r -> r.healthCheckEnabled(false)),
                refused(
                        "ValidationError",
                        "You cannot specify the protocol version for a target group with the 'TCP' protocol",
                        r -> r.protocol("TCP").protocolVersion("HTTP1")),
                refused(
                        "ValidationError",
                        "Target group protocol version 'HTTP/2' must be one of '[HTTP2, HTTP1, GRPC]'",
                        r -> r.protocolVersion("HTTP/2")),
                refused(
                        "InvalidConfigurationRequest",
                        "Target type 'alb' is not supported for target groups with HTTP protocol",
                        r -> r.targetType("alb")),
                refused(
                        "ValidationError",
                        "Protocol cannot be specified for target groups with target type 'lambda'",
                        r -> r.targetType("lambda")),
                refused(
                        "ValidationError",
                        "Port cannot be specified for target groups with target type 'lambda'",
                        r -> r.targetType("lambda").protocol((String) null)),
                refused(
                        "ValidationError",
                        "VPC ID cannot be specified for target groups with target type 'lambda'",
                        r -> r.targetType("lambda").protocol((String) null).port(null)),
                refused(
                        "InvalidConfigurationRequest",
                        "Target type 'lambda' is not supported with an IPv6 target group",
                        r -> r.targetType("lambda")
                                .protocol((String) null)
                                .port(null)
                                .vpcId(null)
                                .ipAddressType("ipv6")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsAreRefusedAsByAws(String code, String text, Consumer<CreateTargetGroupRequest.Builder> wanted) {
        Consumer<CreateTargetGroupRequest.Builder> plain =
                r -> r.name("refused").protocol("HTTP").port(80).vpcId(lan.vpcId());
        Expect.awsError(code, text, () -> lan.elb().createTargetGroup(plain.andThen(wanted)));
    }

    @Test
    void publicAddressesAreNoTargets() {
        TargetGroup group = lan.targets("private", "HTTP", 80);
        Expect.awsError(
                "ValidationError",
                "The IP address '8.8.8.8' is not allowed, as it must be an address from a VPC subnet, RFC1918, or RFC6598",
                () -> lan.register(group, Balanced.target("8.8.8.8", 80)));
    }

    @Test
    void functionsAndLoadBalancersAreTheOnlyTarget() {
        TargetGroup functions = lan.elb()
                .createTargetGroup(r -> r.name("functions").targetType("lambda"))
                .targetGroups()
                .get(0);
        String function = "arn:aws:lambda:us-east-1:" + lan.account() + ":function:";
        Expect.awsError(
                "ValidationError",
                "Up to '1' Lambda function target(s) can be registered, but '2' were specified",
                () -> lan.register(
                        functions, Balanced.target(function + "a", null), Balanced.target(function + "b", null)));
        TargetGroup balancers = lan.elb()
                .createTargetGroup(r -> r.name("balancers")
                        .targetType("alb")
                        .protocol("TCP")
                        .port(80)
                        .vpcId(lan.vpcId()))
                .targetGroups()
                .get(0);
        String one = lan.application("one").loadBalancerArn();
        String other = lan.application("other").loadBalancerArn();
        Expect.awsError(
                "ValidationError",
                "Up to '1' Application Load Balancer target(s) can be registered, but '2' were specified",
                () -> lan.register(balancers, Balanced.target(one, null), Balanced.target(other, null)));
    }

    private static Arguments refused(String code, String text, Consumer<CreateTargetGroupRequest.Builder> wanted) {
        return Arguments.of(code, text, wanted);
    }
}
