package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Arrays;
import java.util.Collections;
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
                "application | access_logs.s3.bucket= | ValidationError"
                        + " | The value of 'access_logs.s3.bucket' cannot be empty",
                // A guess.
                "application | connection_logs.s3.enabled=true,connection_logs.s3.bucket= | ValidationError"
                        + " | The value of 'connection_logs.s3.bucket' cannot be empty",
                "network | access_logs.s3.prefix=/front | ValidationError"
                        + " | The value of 'access_logs.s3.prefix' cannot start or end with '/'",
                // A guess.
                "application | health_check_logs.s3.prefix=front/ | ValidationError"
                        + " | The value of 'health_check_logs.s3.prefix' cannot start or end with '/'",
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
                "HTTP | load_balancing.algorithm.anomaly_mitigation=yes | ValidationError"
                        + " | 'load_balancing.algorithm.anomaly_mitigation' must be one of [off, on]",
                "HTTP | load_balancing.algorithm.type=weighted_random,slow_start.duration_seconds=30 | InvalidConfigurationRequest"
                        + " | You cannot enable both slow start and weighted random algorithm on a target group",
                // A guess.
                "HTTPS | load_balancing.algorithm.type=least_outstanding_requests,slow_start.duration_seconds=30"
                        + " | InvalidConfigurationRequest"
                        + " | You cannot enable both slow start and least outstanding requests algorithm on a target group",
                "HTTP | load_balancing.algorithm.type=weighted_random,stickiness.enabled=true | InvalidConfigurationRequest"
                        + " | You cannot have both stickiness and weighted random algorithm enabled on the same target group.",
                "TCP | stickiness.type=lb_cookie | InvalidConfigurationRequest"
                        + " | Stickiness type 'lb_cookie' is not supported for target groups with the TCP protocol",
                "TCP_UDP | stickiness.type=app_cookie | InvalidConfigurationRequest"
                        + " | Stickiness type 'app_cookie' is not supported for target groups with the TCP_UDP protocol",
                "HTTP | stickiness.type=source_ip | InvalidConfigurationRequest"
                        + " | Stickiness type 'source_ip' is not supported for target groups with the HTTP protocol",
                "HTTPS | stickiness.type=source_ip | InvalidConfigurationRequest"
                        + " | Stickiness type 'source_ip' is not supported for target groups with the HTTPS protocol",
                "TCP | stickiness.enabled=true,stickiness.type=app_cookie | InvalidConfigurationRequest"
                        + " | You must set an application cookie name to enable stickiness of type 'app_cookie'",
                "TLS | stickiness.enabled=true | InvalidConfigurationRequest"
                        + " | You cannot enable stickiness on target groups with the TLS protocol",
                // A guess; the names are documented.
                "HTTP | stickiness.app_cookie.cookie_name=AWSALBTG2 | ValidationError"
                        + " | The cookie name 'AWSALBTG2' cannot begin with [AWSALB]",
                "HTTP | lambda.multi_value_headers.enabled=true | InvalidConfigurationRequest"
                        + " | A target group with HTTP protocol does not support the attribute lambda.headers.multiple_values.enabled",
                "UDP | preserve_client_ip.enabled=false | InvalidConfigurationRequest"
                        + " | preserve_client_ip.enabled cannot be false if the target group protocol is UDP or TCP_UDP.",
                "TCP | target_health_state.unhealthy.draining_interval_seconds=60 | InvalidConfigurationRequest"
                        + " | You cannot have both 'target_health_state.unhealthy.connection_termination.enabled' and"
                        + " 'target_health_state.unhealthy.draining_interval_seconds' enabled on a target group",
                "HTTP | target_group_health.dns_failover.minimum_healthy_targets.percentage=20,"
                        + "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage=50"
                        + " | InvalidConfigurationRequest"
                        + " | DNS failover threshold must be greater than or equal to unhealthy state routing threshold",
                "HTTP | target_group_health.dns_failover.minimum_healthy_targets.percentage=101 | ValidationError"
                        + " | 'target_group_health.dns_failover.minimum_healthy_targets.percentage' must be 'off' or an integer"
                        + " from 1 to 100 inclusive",
                "HTTP | target_group_health.dns_failover.minimum_healthy_targets.percentage=0 | ValidationError"
                        + " | The value of 'target_group_health.dns_failover.minimum_healthy_targets.percentage' must be 'off' or"
                        + " a positive integer",
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

    /** Deployed to AWS, except the algorithm and the stickiness. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP | target_group_health.dns_failover.minimum_healthy_targets.percentage=50,"
                        + "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage=20",
                "TCP | target_health_state.unhealthy.connection_termination.enabled=false,"
                        + "target_health_state.unhealthy.draining_interval_seconds=60",
                "HTTP | load_balancing.algorithm.type=weighted_random,load_balancing.algorithm.anomaly_mitigation=on",
                "HTTP | slow_start.duration_seconds=30,stickiness.enabled=true",
                "TCP | stickiness.enabled=true,stickiness.type=source_ip"
            })
    void combinationsThatAreTaken(String protocol, String attributes) {
        TargetGroup group = lan.targets("taken", protocol, 80);
        lan.elb().modifyTargetGroupAttributes(r -> r.targetGroupArn(group.targetGroupArn())
                .attributes(read(attributes, (key, value) -> TargetGroupAttribute.builder()
                        .key(key)
                        .value(value)
                        .build())));
    }

    /** Recorded; the list in the text is shown in part only. */
    @Test
    void aLoadBalancerTakesTwentyAttributesAtOnce() {
        String arn = loadBalancer("application");
        Expect.awsError("ValidationError", () -> lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(Collections.nCopies(
                        21,
                        LoadBalancerAttribute.builder()
                                .key("routing.http2.enabled")
                                .value("true")
                                .build()))));
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
