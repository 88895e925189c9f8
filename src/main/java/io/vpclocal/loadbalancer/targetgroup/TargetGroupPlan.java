package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbNames;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.protocol.CommonErrors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;

/** The properties of a new target group. Validates everything that needs no database access. */
public record TargetGroupPlan(
        String name,
        BalancedProtocol protocol,
        int port,
        String vpcId,
        String targetType,
        String ipAddressType,
        HealthCheck healthCheck) {

    public static final String INSTANCE = "instance";
    public static final String IPV4 = "ipv4";

    private static final int GENEVE_PORT = 6081;

    /** @throws io.vpclocal.protocol.AwsException if a parameter is missing, not valid, or not emulated */
    static TargetGroupPlan of(CreateTargetGroupRequest request) {
        String name = ElbNames.targetGroup(ElbParams.require(request.name(), "name"));
        String type = or(request.targetTypeAsString(), INSTANCE);
        if (type.equals("lambda") || type.equals("alb")) {
            throw CommonErrors.notHere("targets of type '" + type + "'");
        }
        BalancedProtocol protocol = BalancedProtocol.of(require(request.protocolAsString(), "protocol"));
        if (request.protocolVersion() != null) {
            throw TargetErrors.protocolVersion(protocol);
        }
        int port = require(ElbParams.inRange(request.port(), "port", 1, ElbLimits.MOST_PORT), "port");
        if (protocol == BalancedProtocol.GENEVE && port != GENEVE_PORT) {
            throw TargetErrors.genevePort(port);
        }
        return new TargetGroupPlan(
                name,
                protocol,
                port,
                require(request.vpcId(), "VPC ID"),
                type,
                or(request.ipAddressTypeAsString(), IPV4),
                HealthCheck.of(
                        protocol,
                        new HealthCheck.Requested(
                                request.healthCheckProtocolAsString(),
                                request.healthCheckPort(),
                                request.healthCheckEnabled(),
                                request.healthCheckPath(),
                                request.healthCheckIntervalSeconds(),
                                request.healthCheckTimeoutSeconds(),
                                request.healthyThresholdCount(),
                                request.unhealthyThresholdCount(),
                                TargetGroupWire.httpCode(request.matcher()))));
    }

    /** True if the target group was created by an equal request. */
    boolean made(TargetGroupEntity present) {
        return present.protocol() == protocol
                && present.port() == port
                && present.vpcId().equals(vpcId)
                && present.targetType().equals(targetType)
                && present.ipAddressType().equals(ipAddressType)
                && present.healthCheck().same(healthCheck);
    }

    private static <T> T require(@Nullable T value, String what) {
        if (value == null) {
            throw TargetErrors.missing(what);
        }
        return value;
    }

    private static String or(@Nullable String wanted, String initial) {
        return wanted == null ? initial : wanted;
    }
}
