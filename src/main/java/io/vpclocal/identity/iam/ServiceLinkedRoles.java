package io.vpclocal.identity.iam;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How roles of AWS services are called (each service's documentation on its service-linked role). */
final class ServiceLinkedRoles {

    private static final Map<String, String> NAMES = Map.of(
            "delivery.logs.amazonaws.com", "AWSServiceRoleForLogDelivery",
            "autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling",
            "elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing",
            "spot.amazonaws.com", "AWSServiceRoleForEC2Spot",
            "ecs.amazonaws.com", "AWSServiceRoleForECS",
            "rds.amazonaws.com", "AWSServiceRoleForRDS",
            "transitgateway.amazonaws.com", "AWSServiceRoleForVPCTransitGateway");

    private ServiceLinkedRoles() {}

    /** Services not listed get a name of the usual form. */
    static String name(String service, @Nullable String suffix) {
        String known = NAMES.get(service);
        String first = service.split("\\.", 2)[0];
        String name = known != null
                ? known
                : "AWSServiceRoleFor"
                        + (first.isEmpty() ? "" : Character.toUpperCase(first.charAt(0)) + first.substring(1));
        return suffix == null || suffix.isEmpty() ? name : name + "_" + suffix;
    }

    static String trustPolicy(String service) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
                + service + "\"},\"Action\":\"sts:AssumeRole\"}]}";
    }
}
