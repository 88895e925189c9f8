package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.Set;

/** The attributes of target groups (Elastic Load Balancing API Reference, TargetGroupAttribute). */
public final class TargetGroupAttributes {

    static final String DEREGISTRATION_DELAY = "deregistration_delay.timeout_seconds";
    public static final String FAILOVER_ON_DEREGISTRATION = "target_failover.on_deregistration";
    public static final String FAILOVER_ON_UNHEALTHY = "target_failover.on_unhealthy";

    static final String PRESERVE_CLIENT_IP = "preserve_client_ip.enabled";
    static final String PROXY_PROTOCOL = "proxy_protocol_v2.enabled";

    private static final String STICKINESS = "stickiness.enabled";
    private static final String STICKINESS_TYPE = "stickiness.type";
    private static final int LONGEST_DELAY = 3_600;
    private static final int MOST_TARGETS = 1_000;

    private static final AttributeSet GENEVE = new AttributeSet()
            .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
            .flag(STICKINESS, false)
            .choice(STICKINESS_TYPE, "source_ip_dest_ip_proto", "source_ip_dest_ip_proto", "source_ip_dest_ip")
            .choice(FAILOVER_ON_DEREGISTRATION, "no_rebalance", "no_rebalance", "rebalance")
            .choice(FAILOVER_ON_UNHEALTHY, "no_rebalance", "no_rebalance", "rebalance");

    /** The attributes of Application Load Balancers only. */
    private static final Set<String> OF_APPLICATION = Set.of(
            "load_balancing.algorithm.type",
            "load_balancing.algorithm.anomaly_mitigation",
            "slow_start.duration_seconds",
            "stickiness.app_cookie.cookie_name",
            "stickiness.app_cookie.duration_seconds",
            "stickiness.lb_cookie.duration_seconds",
            "lambda.multi_value_headers.enabled");

    private TargetGroupAttributes() {}

    public static AttributeSet of(BalancedProtocol protocol, String targetType) {
        return protocol == BalancedProtocol.GENEVE ? GENEVE : network(protocol, targetType);
    }

    /** True if any type of target group has the attribute. */
    public static boolean known(String key) {
        return GENEVE.has(key)
                || OF_APPLICATION.contains(key)
                || network(BalancedProtocol.TCP, TargetGroupPlan.INSTANCE).has(key);
    }

    private static AttributeSet network(BalancedProtocol protocol, String targetType) {
        boolean keepsClientIp = protocol.carriesUdp() || targetType.equals(TargetGroupPlan.INSTANCE);
        String health = "target_group_health.";
        return new AttributeSet()
                .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
                .flag("deregistration_delay.connection_termination.enabled", protocol.carriesUdp())
                .flag(STICKINESS, false)
                .choice(STICKINESS_TYPE, "source_ip", "source_ip")
                .choice(
                        "load_balancing.cross_zone.enabled",
                        "use_load_balancer_configuration",
                        "use_load_balancer_configuration",
                        "true",
                        "false")
                .numberOrOff(health + "dns_failover.minimum_healthy_targets.count", "1", 1, MOST_TARGETS)
                .numberOrOff(health + "dns_failover.minimum_healthy_targets.percentage", "off", 1, 100)
                .number(health + "unhealthy_state_routing.minimum_healthy_targets.count", 1, 1, MOST_TARGETS)
                .numberOrOff(health + "unhealthy_state_routing.minimum_healthy_targets.percentage", "off", 1, 100)
                .flag(PRESERVE_CLIENT_IP, keepsClientIp)
                .flag(PROXY_PROTOCOL, false)
                .flag("target_health_state.unhealthy.connection_termination.enabled", !protocol.carriesUdp())
                .number("target_health_state.unhealthy.draining_interval_seconds", 0, 0, 360_000);
    }
}
