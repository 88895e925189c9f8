package io.vpclocal.loadbalancer.attribute;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupAttributes;
import java.util.List;
import java.util.Map;

/** The combinations of attributes that AWS refuses (recorded). */
final class AttributeCombinations {

    /** Health check logs are our guess. */
    private static final List<String> LOGS = List.of("access", "connection", "health_check");

    private static final String ALGORITHM = "load_balancing.algorithm.type";

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

    static void checkTargetGroup(Map<String, String> attributes) {
        String one = attributes.get(TargetGroupAttributes.FAILOVER_ON_DEREGISTRATION);
        if (one != null && !one.equals(attributes.get(TargetGroupAttributes.FAILOVER_ON_UNHEALTHY))) {
            throw ElbErrors.invalidConfiguration("Target group attribute keys '"
                    + TargetGroupAttributes.FAILOVER_ON_UNHEALTHY + "' and '"
                    + TargetGroupAttributes.FAILOVER_ON_DEREGISTRATION
                    + "' must both be set to the same value for this target group");
        }
        boolean byCookie = "true".equals(attributes.get(TargetGroupAttributes.STICKINESS))
                && "app_cookie".equals(attributes.get(TargetGroupAttributes.STICKINESS_TYPE));
        if (byCookie && "".equals(attributes.get(TargetGroupAttributes.COOKIE_NAME))) {
            throw ElbErrors.invalidConfiguration(
                    "You must set an application cookie name to enable stickiness of type 'app_cookie'");
        }
        String algorithm = attributes.getOrDefault(ALGORITHM, "weighted_random");
        if ("on".equals(attributes.get("load_balancing.algorithm.anomaly_mitigation"))
                && !algorithm.equals("weighted_random")) {
            throw ElbErrors.invalidConfiguration("You cannot enable both anomaly mitigation and "
                    + algorithm.replace('_', ' ') + " algorithm on a target group");
        }
    }
}
