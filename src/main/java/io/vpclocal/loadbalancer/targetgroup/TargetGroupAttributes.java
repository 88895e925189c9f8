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

    public static final String MULTI_VALUE_HEADERS = "lambda.multi_value_headers.enabled";
    public static final String ALGORITHM = "load_balancing.algorithm.type";
    public static final String ANOMALIES = "load_balancing.algorithm.anomaly_mitigation";
    public static final String SLOW_START = "slow_start.duration_seconds";
    public static final String PRESERVE_CLIENT_IP = "preserve_client_ip.enabled";
    public static final String TERMINATION = "target_health_state.unhealthy.connection_termination.enabled";
    public static final String DRAINING = "target_health_state.unhealthy.draining_interval_seconds";
    public static final String DNS_FAILOVER = "target_group_health.dns_failover.minimum_healthy_targets.";
    public static final String ROUTING = "target_group_health.unhealthy_state_routing.minimum_healthy_targets.";
    static final String PROXY_PROTOCOL = "proxy_protocol_v2.enabled";

    public static final String STICKINESS = "stickiness.enabled";
    public static final String COOKIE_NAME = "stickiness.app_cookie.cookie_name";
    public static final String STICKINESS_TYPE = "stickiness.type";
    public static final String LB_COOKIE = "lb_cookie";
    public static final String APP_COOKIE = "app_cookie";
    public static final String SOURCE_IP = "source_ip";
    public static final String COUNT = "count";
    public static final String PERCENTAGE = "percentage";

    private static final int LONGEST_DELAY = 3_600;
    private static final int MOST_TARGETS = 1_000;

    private static final List<String> ALGORITHMS =
            List.of("round_robin", "weighted_random", "least_outstanding_requests");
    private static final List<String> ON_OR_OFF = List.of("off", "on");

    /** The names of the load balancer's own cookies (User Guide for Application Load Balancers, sticky sessions). */
    private static final List<String> RESERVED_COOKIES = List.of("AWSALB");

    private static final List<String> CROSS_ZONE = List.of("use_load_balancer_configuration", "true", "false");

    private static final AttributeSet GENEVE = new AttributeSet()
            .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
            .flag(STICKINESS, false)
            .choice(STICKINESS_TYPE, "source_ip_dest_ip_proto", "source_ip_dest_ip_proto", "source_ip_dest_ip")
            .choice(FAILOVER_ON_DEREGISTRATION, "no_rebalance", "rebalance", "no_rebalance")
            .choice(FAILOVER_ON_UNHEALTHY, "no_rebalance", "rebalance", "no_rebalance");

    private static final AttributeSet LAMBDA = health(new AttributeSet().flag(MULTI_VALUE_HEADERS, false));

    private static final AttributeSet APPLICATION = health(new AttributeSet()
            .number(DEREGISTRATION_DELAY, 300, 0, LONGEST_DELAY)
            .flag(STICKINESS, false)
            .choice(STICKINESS_TYPE, LB_COOKIE, LB_COOKIE, APP_COOKIE, SOURCE_IP)
            .number("stickiness.lb_cookie.duration_seconds", 86_400, 1, 604_800)
            .add(
                    COOKIE_NAME,
                    "",
                    value -> RESERVED_COOKIES.stream().noneMatch(value::startsWith),
                    (key, value) -> "The cookie name '" + value + "' cannot begin with " + RESERVED_COOKIES)
            .number("stickiness.app_cookie.duration_seconds", 86_400, 1, 604_800)
            .add(
                    ALGORITHM,
                    "round_robin",
                    ALGORITHMS::contains,
                    (key, value) -> "'Load balancer algorithm' must be one of " + ALGORITHMS)
            .add(ANOMALIES, "off", ON_OR_OFF::contains, (key, value) -> "'" + key + "' must be one of " + ON_OR_OFF)
            .add(
                    SLOW_START,
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
                .choice(STICKINESS_TYPE, SOURCE_IP, LB_COOKIE, APP_COOKIE, SOURCE_IP);
        return health(common)
                .flag(PRESERVE_CLIENT_IP, keepsClientIp)
                .flag(PROXY_PROTOCOL, false)
                .flag(TERMINATION, !protocol.carriesUdp())
                .number(DRAINING, 0, 0, 360_000);
    }

    /** Adds the attributes of all target groups except those of Gateway Load Balancers. */
    private static AttributeSet health(AttributeSet set) {
        return set.add(
                        "load_balancing.cross_zone.enabled",
                        "use_load_balancer_configuration",
                        CROSS_ZONE::contains,
                        (key, value) -> "'" + key + "' must be one of " + String.join(",", CROSS_ZONE))
                .numberOrOff(DNS_FAILOVER + COUNT, "1", 1, MOST_TARGETS)
                .percentageOrOff(DNS_FAILOVER + PERCENTAGE)
                .number(ROUTING + COUNT, 1, 1, MOST_TARGETS)
                .percentageOrOff(ROUTING + PERCENTAGE);
    }

    private static boolean slowStart(String value) {
        return value.equals("0")
                || value.matches("\\d{2,3}") && Integer.parseInt(value) >= 30 && Integer.parseInt(value) <= 900;
    }
}
