package io.vpclocal.loadbalancer.attribute;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupAttributes;
import io.vpclocal.protocol.AwsException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The combinations of attributes that AWS refuses (recorded, except slow start with least outstanding requests). */
final class AttributeCombinations {

    /** Health check logs are our guess. */
    private static final List<String> LOGS = List.of("access", "connection", "health_check");

    private AttributeCombinations() {}

    static void checkLoadBalancer(Map<String, String> attributes) {
        for (String logs : LOGS) {
            String bucket = logs + "_logs.s3.bucket";
            if ("true".equals(attributes.get(logs + "_logs.s3.enabled")) && "".equals(attributes.get(bucket))) {
                throw ElbErrors.invalidConfiguration(
                        "The key '" + bucket + "' must set in order to enable " + logs.replace('_', ' ') + " logs");
            }
        }
    }

    /** @param protocol null for Lambda functions */
    static void checkTargetGroup(@Nullable BalancedProtocol protocol, Map<String, String> attributes) {
        String one = attributes.get(TargetGroupAttributes.FAILOVER_ON_DEREGISTRATION);
        if (one != null && !one.equals(attributes.get(TargetGroupAttributes.FAILOVER_ON_UNHEALTHY))) {
            throw ElbErrors.invalidConfiguration("Target group attribute keys '"
                    + TargetGroupAttributes.FAILOVER_ON_UNHEALTHY + "' and '"
                    + TargetGroupAttributes.FAILOVER_ON_DEREGISTRATION
                    + "' must both be set to the same value for this target group");
        }
        if (protocol != null) {
            checkStickiness(protocol, attributes);
            checkClientIp(protocol, attributes);
        }
        checkAlgorithm(attributes);
        checkHealth(attributes);
    }

    private static void checkStickiness(BalancedProtocol protocol, Map<String, String> attributes) {
        String type = attributes.getOrDefault(TargetGroupAttributes.STICKINESS_TYPE, "");
        boolean sticky = "true".equals(attributes.get(TargetGroupAttributes.STICKINESS));
        if (sticky
                && type.equals(TargetGroupAttributes.APP_COOKIE)
                && attributes
                        .getOrDefault(TargetGroupAttributes.COOKIE_NAME, "")
                        .isEmpty()) {
            throw ElbErrors.invalidConfiguration(
                    "You must set an application cookie name to enable stickiness of type 'app_cookie'");
        }
        if (protocol != BalancedProtocol.GENEVE && protocol.http() == type.equals(TargetGroupAttributes.SOURCE_IP)) {
            throw ElbErrors.invalidConfiguration("Stickiness type '" + type
                    + "' is not supported for target groups with the " + protocol + " protocol");
        }
        if (sticky && protocol == BalancedProtocol.TLS) {
            throw ElbErrors.invalidConfiguration(
                    "You cannot enable stickiness on target groups with the " + protocol + " protocol");
        }
    }

    private static void checkClientIp(BalancedProtocol protocol, Map<String, String> attributes) {
        String key = TargetGroupAttributes.PRESERVE_CLIENT_IP;
        if (protocol.carriesUdp() && "false".equals(attributes.get(key))) {
            throw ElbErrors.invalidConfiguration(
                    key + " cannot be false if the target group protocol is UDP or TCP_UDP.");
        }
    }

    private static void checkAlgorithm(Map<String, String> attributes) {
        String algorithm = attributes.get(TargetGroupAttributes.ALGORITHM);
        if (algorithm == null) {
            return;
        }
        boolean random = algorithm.equals("weighted_random");
        if (!random && "on".equals(attributes.get(TargetGroupAttributes.ANOMALIES))) {
            throw notBoth("anomaly mitigation", algorithm);
        }
        boolean slow = !"0".equals(attributes.get(TargetGroupAttributes.SLOW_START));
        if (slow && !algorithm.equals("round_robin")) {
            throw notBoth("slow start", algorithm);
        }
        if (random && "true".equals(attributes.get(TargetGroupAttributes.STICKINESS))) {
            throw ElbErrors.invalidConfiguration("You cannot have both stickiness and weighted random algorithm enabled"
                    + " on the same target group.");
        }
    }

    private static AwsException notBoth(String feature, String algorithm) {
        return ElbErrors.invalidConfiguration("You cannot enable both " + feature + " and "
                + algorithm.replace('_', ' ') + " algorithm on a target group");
    }

    private static void checkHealth(Map<String, String> attributes) {
        boolean drains = !"0".equals(attributes.getOrDefault(TargetGroupAttributes.DRAINING, "0"));
        if (drains && "true".equals(attributes.get(TargetGroupAttributes.TERMINATION))) {
            throw ElbErrors.invalidConfiguration("You cannot have both '" + TargetGroupAttributes.TERMINATION
                    + "' and '" + TargetGroupAttributes.DRAINING + "' enabled on a target group");
        }
        for (String unit : List.of(TargetGroupAttributes.COUNT, TargetGroupAttributes.PERCENTAGE)) {
            int dns = threshold(attributes.get(TargetGroupAttributes.DNS_FAILOVER + unit), Integer.MAX_VALUE);
            if (dns < threshold(attributes.get(TargetGroupAttributes.ROUTING + unit), 0)) {
                throw ElbErrors.invalidConfiguration(
                        "DNS failover threshold must be greater than or equal to unhealthy state routing threshold");
            }
        }
    }

    private static int threshold(@Nullable String value, int ifOff) {
        return value == null || value.equals("off") ? ifOff : Integer.parseInt(value);
    }
}
