package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Target groups, health checks and targets as the API shows them. */
public final class TargetGroupWire {

    private TargetGroupWire() {}

    /** A target group without its load balancers. */
    static TargetGroup.Builder targetGroup(TargetGroupEntity group) {
        HealthCheck check = group.healthCheck();
        BalancedProtocol protocol = group.protocol();
        return TargetGroup.builder()
                .targetGroupArn(group.arn())
                .targetGroupName(group.name())
                .protocol(protocol == null ? null : protocol.name())
                .protocolVersion(group.protocolVersion())
                .port(group.port())
                .vpcId(group.vpcId())
                .targetType(group.targetType())
                .ipAddressType(group.ipAddressType())
                .healthCheckProtocol(check.protocol())
                .healthCheckPort(check.port())
                .healthCheckEnabled(check.enabled())
                .healthCheckPath(check.path())
                .matcher(matcher(group, check.matcher()))
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

    private static @Nullable Matcher matcher(TargetGroupEntity group, @Nullable String codes) {
        if (codes == null) {
            return null;
        }
        boolean grpc = TargetGroupPlan.GRPC.equals(group.protocolVersion());
        return grpc
                ? Matcher.builder().grpcCode(codes).build()
                : Matcher.builder().httpCode(codes).build();
    }
}
