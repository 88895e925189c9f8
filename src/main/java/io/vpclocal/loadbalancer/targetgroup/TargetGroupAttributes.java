package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of target groups (Elastic Load Balancing API Reference, TargetGroupAttribute). */
public final class TargetGroupAttributes {

    static final String DEREGISTRATION_DELAY = "deregistration_delay.timeout_seconds";
    public static final String FAILOVER_ON_DEREGISTRATION = "target_failover.on_deregistration";
    public static final String FAILOVER_ON_UNHEALTHY = "target_failover.on_unhealthy";

    static final String PRESERVE_CLIENT_IP = "preserve_client_ip.enabled";
    static final String PROXY_PROTOCOL = "proxy_protocol_v2.enabled";

    public static final String STICKINESS = "stickiness.enabled";
    public static final String COOKIE_NAME = "stickiness.app_cookie.cookie_name";
    public static final String STICKINESS_TYPE = "stickiness.type";
    private static final int LONGEST_DELAY = 3_600;
    private static final int MOST_TARGETS = 1_000;

    private static final List<String> ALGORITHMS =
            List.of("round_robin", "weighted_random", "least_outstanding_requests");
    private static final List<String> CROSS_ZONE = List.of("use_load_balancer_configuration", "true", "false");

    private static final AttributeSet GENEVE = new AttributeSet()
            .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
            .flag(STICKINESS, false)
            .choice(STICKINESS_TYPE, "source_ip_dest_ip_proto", "source_ip_dest_ip_proto", "source_ip_dest_ip")
            .choice(FAILOVER_ON_DEREGISTRATION, "no_rebalance", "rebalance", "no_rebalance")
            .choice(FAILOVER_ON_UNHEALTHY, "no_rebalance", "rebalance", "no_rebalance");

    private static final AttributeSet LAMBDA =
            health(new AttributeSet().flag("lambda.multi_value_headers.enabled", false));

    private static final AttributeSet APPLICATION = health(new AttributeSet()
            .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
            .flag(STICKINESS, false)
            .choice(STICKINESS_TYPE, "lb_cookie", "lb_cookie", "app_cookie")
            .number("stickiness.lb_cookie.duration_seconds", 86_400, 1, 604_800)
            .text(COOKIE_NAME)
            .number("stickiness.app_cookie.duration_seconds", 86_400, 1, 604_800)
            .add(
                    "load_balancing.algorithm.type",
                    "round_robin",
                    ALGORITHMS::contains,
                    (key, value) -> "'Load balancer algorithm' must be one of " + ALGORITHMS)
            .choice("load_balancing.algorithm.anomaly_mitigation", "off", "on", "off")
            .add(
                    "slow_start.duration_seconds",
                    "0",
                    TargetGroupAttributes::slowStart,
                    (key, value) -> "'" + key + "' value '" + value + "' must be between '30-900' inclusive"));

    private TargetGroupAttributes() {}

    /** @param protocol null for Lambda functions */
    public static AttributeSet of(@Nullable BalancedProtocol protocol, String targetType) {
        if (protocol == null) {
            return LAMBDA;
        }
        if (protocol.http()) {
            return APPLICATION;
        }
        return protocol == BalancedProtocol.GENEVE ? GENEVE : network(protocol, targetType);
    }

    /** True if any type of target group has the attribute. */
    public static boolean known(String key) {
        return GENEVE.has(key)
                || APPLICATION.has(key)
                || LAMBDA.has(key)
                || network(BalancedProtocol.TCP, TargetGroupPlan.INSTANCE).has(key);
    }

    private static AttributeSet network(BalancedProtocol protocol, String targetType) {
        boolean keepsClientIp = protocol.carriesUdp() || !targetType.equals(TargetGroupPlan.IP);
        AttributeSet common = new AttributeSet()
                .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
                .flag("deregistration_delay.connection_termination.enabled", protocol.carriesUdp())
                .flag(STICKINESS, false)
                .choice(STICKINESS_TYPE, "source_ip", "source_ip");
        return health(common)
                .flag(PRESERVE_CLIENT_IP, keepsClientIp)
                .flag(PROXY_PROTOCOL, false)
                .flag("target_health_state.unhealthy.connection_termination.enabled", !protocol.carriesUdp())
                .number("target_health_state.unhealthy.draining_interval_seconds", 0, 0, 360_000);
    }

    /** Adds the attributes of all target groups except those of Gateway Load Balancers. */
    private static AttributeSet health(AttributeSet set) {
        String health = "target_group_health.";
        return set.add(
                        "load_balancing.cross_zone.enabled",
                        "use_load_balancer_configuration",
                        CROSS_ZONE::contains,
                        (key, value) -> "'" + key + "' must be one of " + String.join(",", CROSS_ZONE))
                .numberOrOff(health + "dns_failover.minimum_healthy_targets.count", "1", 1, MOST_TARGETS)
                .numberOrOff(health + "dns_failover.minimum_healthy_targets.percentage", "off", 1, 100)
                .number(health + "unhealthy_state_routing.minimum_healthy_targets.count", 1, 1, MOST_TARGETS)
                .numberOrOff(health + "unhealthy_state_routing.minimum_healthy_targets.percentage", "off", 1, 100);
    }

    private static boolean slowStart(String value) {
        return value.equals("0")
                || value.matches("\\d{2,3}") && Integer.parseInt(value) >= 30 && Integer.parseInt(value) <= 900;
    }
}
