package io.vpclocal.loadbalancer.targetgroup;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Target groups, health checks and targets as the API shows them. */
public final class TargetGroupWire {

    private TargetGroupWire() {}

    /** A target group builder with the health check only. */
    static TargetGroup.Builder targetGroup(HealthCheck check) {
        return TargetGroup.builder()
                .healthCheckProtocol(check.protocol())
                .healthCheckPort(check.port())
                .healthCheckEnabled(true)
                .healthCheckPath(check.path())
                .matcher(matcher(check.matcher()))
                .healthCheckIntervalSeconds(check.interval())
                .healthCheckTimeoutSeconds(check.timeout())
                .healthyThresholdCount(check.healthyThreshold())
                .unhealthyThresholdCount(check.unhealthyThreshold());
    }

    public static TargetDescription target(Target target) {
        return TargetDescription.builder()
                .id(target.targetId())
                .port(target.port())
                .availabilityZone(target.zone())
                .build();
    }

    /** The HTTP codes of healthy targets in a request; null if it has none. */
    static @Nullable String httpCode(@Nullable Matcher matcher) {
        return matcher == null ? null : matcher.httpCode();
    }

    private static @Nullable Matcher matcher(@Nullable String httpCode) {
        return httpCode == null ? null : Matcher.builder().httpCode(httpCode).build();
    }
}
