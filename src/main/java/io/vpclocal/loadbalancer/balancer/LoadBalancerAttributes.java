package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import java.util.Set;

/** The attributes of load balancers (Elastic Load Balancing API Reference, LoadBalancerAttribute). */
public final class LoadBalancerAttributes {

    static final String DELETION_PROTECTION = "deletion_protection.enabled";
    public static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";
    static final String DENY_IGW = "ipv6.deny_all_igw_traffic";

    private static final AttributeSet GATEWAY =
            new AttributeSet().flag(DELETION_PROTECTION, false).flag(CROSS_ZONE, false);

    private static final AttributeSet NETWORK = new AttributeSet()
            .flag(DELETION_PROTECTION, false)
            .flag(CROSS_ZONE, false)
            .flag("access_logs.s3.enabled", false)
            .text("access_logs.s3.bucket")
            .text("access_logs.s3.prefix")
            .flag(DENY_IGW, false)
            .flag("zonal_shift.config.enabled", false)
            .choice(
                    "dns_record.client_routing_policy",
                    "any_availability_zone",
                    "any_availability_zone",
                    "availability_zone_affinity",
                    "partial_availability_zone_affinity")
            .number("secondary_ips.auto_assigned.per_subnet", 0, 0, 7);

    /** The attributes of Application Load Balancers only. */
    private static final Set<String> OF_APPLICATION = Set.of(
            "idle_timeout.timeout_seconds",
            "client_keep_alive.seconds",
            "connection_logs.s3.enabled",
            "connection_logs.s3.bucket",
            "connection_logs.s3.prefix",
            "health_check_logs.s3.enabled",
            "health_check_logs.s3.bucket",
            "health_check_logs.s3.prefix",
            "routing.http.desync_mitigation_mode",
            "routing.http.drop_invalid_header_fields.enabled",
            "routing.http.preserve_host_header.enabled",
            "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
            "routing.http.xff_client_port.enabled",
            "routing.http.xff_header_processing.mode",
            "routing.http2.enabled",
            "waf.fail_open.enabled");

    private LoadBalancerAttributes() {}

    public static AttributeSet of(LoadBalancerType type) {
        return type == LoadBalancerType.NETWORK ? NETWORK : GATEWAY;
    }

    /** True if any type of load balancer has the attribute. */
    public static boolean known(String key) {
        return NETWORK.has(key) || OF_APPLICATION.contains(key);
    }
}
