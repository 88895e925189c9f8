package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/**
 * The texts are recorded from deployments of 2026, except those marked as guesses. CloudFormation hides the codes:
 * UNVERIFIED which of the two each text has.
 */
@EmulatorTest
class AttributeRefusalTest {

    @Autowired
    private Aws aws;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "network | nonsense=1 | ValidationError | Load balancer attribute key 'nonsense' is not recognized",
                "network | idle_timeout.timeout_seconds=60 | ValidationError"
                        + " | Load balancer attribute key 'idle_timeout.timeout_seconds' is not recognized",
                "gateway | access_logs.s3.enabled=true | ValidationError"
                        + " | Load balancer attribute key 'access_logs.s3.enabled' is not recognized",
                "application | deletion_protection.enabled=yes | ValidationError"
                        + " | The value of 'deletion_protection.enabled' must be 'true' or 'false', but was 'yes'",
                "network | deletion_protection.enabled= | ValidationError"
                        + " | The value of 'deletion_protection.enabled' must be 'true' or 'false', but was ''",
                "network | dns_record.client_routing_policy=zone_affinity | ValidationError"
                        + " | 'zone_affinity' is not a valid value for 'dns_record.client_routing_policy'",
                "network | secondary_ips.auto_assigned.per_subnet=8 | ValidationError"
                        + " | Valid range for the number of secondary IP addresses is from '0-7'",
                "application | load_balancing.cross_zone.enabled=false | ValidationError"
                        + " | The value for 'load_balancing.cross_zone.enabled' must always be 'true' for an Application Load Balancer",
                "application | client_keep_alive.seconds=59 | ValidationError"
                        + " | The value of 'client_keep_alive.seconds' must be an integer between 60 and 604800",
                "application | idle_timeout.timeout_seconds=4001 | ValidationError"
                        + " | The value of 'idle_timeout.timeout_seconds' cannot be greater than 4000 characters",
                "application | idle_timeout.timeout_seconds=0 | ValidationError"
                        + " | The value of 'idle_timeout.timeout_seconds' cannot be less than 1 characters",
                "application | routing.http.desync_mitigation_mode=strict | ValidationError"
                        + " | 'strict' must be one of [defensive, monitor, strictest]",
                "application | routing.http.xff_header_processing.mode=drop | ValidationError"
                        + " | 'routing.http.xff_header_processing.mode' must be set as 'preserve', 'append', or 'remove'",
                "application | routing.http2.enabled=true,routing.http2.enabled=false | ValidationError"
                        + " | Attribute key 'routing.http2.enabled' has been specified more than once",
                "network | access_logs.s3.enabled=true | InvalidConfigurationRequest"
                        + " | The key 'access_logs.s3.bucket' must set in order to enable access logs",
                "application | access_logs.s3.enabled=true,access_logs.s3.bucket= | InvalidConfigurationRequest"
                        + " | The key 'access_logs.s3.bucket' must set in order to enable access logs",
                "application | connection_logs.s3.enabled=true | InvalidConfigurationRequest"
                        + " | The key 'connection_logs.s3.bucket' must set in order to enable connection logs",
                // A guess.
                "application | health_check_logs.s3.enabled=true | InvalidConfigurationRequest"
                        + " | The key 'health_check_logs.s3.bucket' must set in order to enable health check logs"
            })
    void ofLoadBalancers(String type, String attributes, String code, String text) {
        String arn = loadBalancer(type);
        Expect.awsError(code, text, () -> lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(read(attributes, (key, value) -> LoadBalancerAttribute.builder()
                        .key(key)
                        .value(value)
                        .build()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "HTTP | preserve_client_ip.enabled=true | InvalidConfigurationRequest"
                        + " | A target group with HTTP protocol does not support the attribute preserve_client_ip.enabled",
                "TCP | slow_start.duration_seconds=30 | InvalidConfigurationRequest"
                        + " | A target group with TCP protocol does not support the attribute slow_start.duration_seconds",
                "lambda | deregistration_delay.timeout_seconds=30 | InvalidConfigurationRequest"
                        + " | A target group with target type 'lambda' does not support the attribute deregistration_delay.timeout_seconds",
                "HTTP | send_tcp_reset.on_unhealthy.enabled=true | ValidationError"
                        + " | Target group attribute key 'send_tcp_reset.on_unhealthy.enabled' is not recognized",
                "HTTP | stickiness.enabled=1 | ValidationError"
                        + " | The value of 'stickiness.enabled' must be 'true' or 'false', but was '1'",
                "HTTP | stickiness.lb_cookie.duration_seconds=0 | ValidationError"
                        + " | 'stickiness.lb_cookie.duration_seconds' value '0' must be between '1-604800' inclusive",
                "HTTP | load_balancing.algorithm.type=random | ValidationError"
                        + " | 'Load balancer algorithm' must be one of [round_robin, weighted_random, least_outstanding_requests]",
                "HTTP | load_balancing.cross_zone.enabled=yes | ValidationError"
                        + " | 'load_balancing.cross_zone.enabled' must be one of use_load_balancer_configuration,true,false",
                "HTTP | target_group_health.dns_failover.minimum_healthy_targets.count=0 | ValidationError"
                        + " | The value of 'target_group_health.dns_failover.minimum_healthy_targets.count' must be 'off' or a positive integer",
                "GENEVE | stickiness.type=source_ip | ValidationError"
                        + " | 'source_ip' must be one of [source_ip_dest_ip_proto, source_ip_dest_ip]",
                "GENEVE | target_failover.on_unhealthy=balance | ValidationError"
                        + " | 'balance' must be one of [rebalance, no_rebalance]",
                "GENEVE | target_failover.on_unhealthy=rebalance | InvalidConfigurationRequest"
                        + " | Target group attribute keys 'target_failover.on_unhealthy' and 'target_failover.on_deregistration'"
                        + " must both be set to the same value for this target group",
                "HTTP | load_balancing.algorithm.type=round_robin,load_balancing.algorithm.type=round_robin | ValidationError"
                        + " | Target group attribute keys must be unique: '[load_balancing.algorithm.type]'",
                "HTTP | load_balancing.algorithm.anomaly_mitigation=on | InvalidConfigurationRequest"
                        + " | You cannot enable both anomaly mitigation and round robin algorithm on a target group",
                "HTTP | stickiness.enabled=true,stickiness.type=app_cookie | InvalidConfigurationRequest"
                        + " | You must set an application cookie name to enable stickiness of type 'app_cookie'",
                "HTTP | stickiness.lb_cookie.duration_seconds= | ValidationError"
                        + " | 'stickiness.lb_cookie.duration_seconds' value '' must be between '1-604800' inclusive"
            })
    void ofTargetGroups(String protocol, String attributes, String code, String text) {
        TargetGroup group = protocol.equals("lambda")
                ? lan.elb()
                        .createTargetGroup(r -> r.name("function").targetType("lambda"))
                        .targetGroups()
                        .get(0)
                : lan.targets("refused", protocol, protocol.equals("GENEVE") ? 6081 : 80);
        Expect.awsError(
                code, text, () -> lan.elb().modifyTargetGroupAttributes(r -> r.targetGroupArn(group.targetGroupArn())
                        .attributes(read(attributes, (key, value) -> TargetGroupAttribute.builder()
                                .key(key)
                                .value(value)
                                .build()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "network | tcp.idle_timeout_seconds=60 | ValidationError"
                        + " | Listener attribute key 'tcp.idle_timeout_seconds' is not recognized",
                "network | tcp.idle_timeout.seconds=30 | ValidationError"
                        + " | 'tcp.idle_timeout.seconds' value '30' must be between '60-6000' inclusive",
                "network | routing.http.response.server.enabled=true | InvalidConfigurationRequest"
                        + " | The provided listener attribute is not supported",
                "application | routing.http.response.server.enabled=on | ValidationError"
                        + " | The value of 'routing.http.response.server.enabled' must be 'true' or 'false', but was 'on'",
                "application | routing.http.response.x_content_type_options.header_value=sniff | ValidationError"
                        + " | The value of 'routing.http.response.x_content_type_options.header_value' must be from the following:"
                        + " [nosniff], but was 'sniff'",
                "application | routing.http.response.x_frame_options.header_value=ALLOW-FROM https://example.com | ValidationError"
                        + " | The value of 'routing.http.response.x_frame_options.header_value' must be from the following:"
                        + " [DENY, SAMEORIGIN], but was 'ALLOW-FROM https://example.com'"
            })
    void ofListeners(String type, String attributes, String code, String text) {
        String protocol = type.equals("network") ? "TCP" : "HTTP";
        String target = lan.targets("t", protocol, 80).targetGroupArn();
        String front = loadBalancer(type);
        String listener = lan.elb()
                .createListener(r -> r.loadBalancerArn(front)
                        .protocol(protocol)
                        .port(80)
                        .defaultActions(a -> a.type("forward").targetGroupArn(target)))
                .listeners()
                .get(0)
                .listenerArn();
        Expect.awsError(code, text, () -> lan.elb().modifyListenerAttributes(r -> r.listenerArn(listener)
                .attributes(read(attributes, (key, value) -> ListenerAttribute.builder()
                        .key(key)
                        .value(value)
                        .build()))));
    }

    /** Recorded. */
    @Test
    void anEmptyNumberOfALoadBalancerIsTheDefault() {
        String arn = loadBalancer("application");
        for (String value : List.of("100", "")) {
            lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                    .attributes(a -> a.key("idle_timeout.timeout_seconds").value(value)));
        }
        assertThat(lan.elb().describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn)).attributes().stream()
                        .filter(a -> a.key().equals("idle_timeout.timeout_seconds"))
                        .map(LoadBalancerAttribute::value)
                        .collect(Collectors.joining()))
                .isEqualTo("60");
    }

    @Test
    void logsCanBeEnabledWithTheirBucket() {
        String arn = loadBalancer("application");
        lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key("access_logs.s3.bucket").value("logs")));
        lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key("access_logs.s3.enabled").value("true")));
    }

    private String loadBalancer(String type) {
        return switch (type) {
            case "network" -> lan.network("front").loadBalancerArn();
            case "gateway" -> lan.gateway("front").loadBalancerArn();
            default -> lan.application("front").loadBalancerArn();
        };
    }

    private static <T> List<T> read(String attributes, BiFunction<String, String, T> each) {
        return Arrays.stream(attributes.split(",", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> each.apply(pair[0], pair[1]))
                .toList();
    }
}
