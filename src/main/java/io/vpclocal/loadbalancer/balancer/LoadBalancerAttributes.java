package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import java.util.List;

/** The attributes of load balancers (Elastic Load Balancing API Reference, LoadBalancerAttribute). */
public final class LoadBalancerAttributes {

    static final String DELETION_PROTECTION = "deletion_protection.enabled";
    public static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";
    static final String DENY_IGW = "ipv6.deny_all_igw_traffic";

    private static final AttributeSet GATEWAY =
            new AttributeSet().flag(DELETION_PROTECTION, false).flag(CROSS_ZONE, false);

    private static final AttributeSet NETWORK = logs(
                    new AttributeSet().flag(DELETION_PROTECTION, false).flag(CROSS_ZONE, false), "access_logs")
            .flag(DENY_IGW, false)
            .flag("zonal_shift.config.enabled", false)
            .add(
                    "dns_record.client_routing_policy",
                    "any_availability_zone",
                    List.of("any_availability_zone", "availability_zone_affinity", "partial_availability_zone_affinity")
                            ::contains,
                    (key, value) -> "'" + value + "' is not a valid value for '" + key + "'")
            .number(
                    "secondary_ips.auto_assigned.per_subnet",
                    0,
                    0,
                    7,
                    (key, value) -> "Valid range for the number of secondary IP addresses is from '0-7'");

    private static final AttributeSet APPLICATION = logs(
                    logs(logs(common(), "access_logs"), "connection_logs"), "health_check_logs")
            .number(
                    "client_keep_alive.seconds",
                    3_600,
                    60,
                    604_800,
                    (key, value) -> "The value of '" + key + "' must be an integer between 60 and 604800")
            .number("idle_timeout.timeout_seconds", 60, 1, 4_000, LoadBalancerAttributes::idleTimeout)
            .flag(DENY_IGW, false)
            .choice("routing.http.desync_mitigation_mode", "defensive", "defensive", "monitor", "strictest")
            .flag("routing.http.drop_invalid_header_fields.enabled", false)
            .flag("routing.http.preserve_host_header.enabled", false)
            .flag("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", false)
            .flag("routing.http.xff_client_port.enabled", false)
            .add(
                    "routing.http.xff_header_processing.mode",
                    "append",
                    List.of("append", "preserve", "remove")::contains,
                    (key, value) -> "'" + key + "' must be set as 'preserve', 'append', or 'remove'")
            .flag("routing.http2.enabled", true)
            .flag("waf.fail_open.enabled", false)
            .flag("zonal_shift.config.enabled", false);

    private LoadBalancerAttributes() {}

    private static AttributeSet common() {
        return new AttributeSet()
                .flag(DELETION_PROTECTION, false)
                .add(
                        CROSS_ZONE,
                        "true",
                        "true"::equals,
                        (key, value) ->
                                "The value for '" + key + "' must always be 'true' for an Application Load Balancer");
    }

    /** Recorded of access logs. */
    private static AttributeSet logs(AttributeSet set, String kind) {
        return set.flag(kind + ".s3.enabled", false)
                .add(
                        kind + ".s3.bucket",
                        "",
                        value -> !value.isEmpty(),
                        (key, value) -> "The value of '" + key + "' cannot be empty")
                .add(
                        kind + ".s3.prefix",
                        "",
                        value -> !value.startsWith("/") && !value.endsWith("/"),
                        (key, value) -> "The value of '" + key + "' cannot start or end with '/'");
    }

    /** AWS says "characters" for seconds. What it says about a value that is not a number is our guess. */
    private static String idleTimeout(String key, String value) {
        boolean less = value.isEmpty() || value.startsWith("-") || value.matches("0+");
        return "The value of '" + key + "' cannot be " + (less ? "less than 1" : "greater than 4000") + " characters";
    }

    public static AttributeSet of(LoadBalancerType type) {
        return switch (type) {
            case APPLICATION -> APPLICATION;
            case NETWORK -> NETWORK;
            case GATEWAY -> GATEWAY;
        };
    }

    /** True if any type of load balancer has the attribute. */
    public static boolean known(String key) {
        return NETWORK.has(key) || APPLICATION.has(key);
    }
}
