package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbNames;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;

/**
 * The properties of a new target group. Validates everything that needs no database access.
 *
 * @param protocol null for Lambda functions, like port and VPC
 * @param protocolVersion {@code HTTP1}, {@code HTTP2} or {@code GRPC}; null unless the protocol is HTTP or HTTPS
 */
public record TargetGroupPlan(
        String name,
        @Nullable BalancedProtocol protocol,
        @Nullable String protocolVersion,
        @Nullable Integer port,
        @Nullable String vpcId,
        String targetType,
        String ipAddressType,
        HealthCheck healthCheck) {

    public static final String INSTANCE = "instance";
    public static final String IP = "ip";
    public static final String LAMBDA = "lambda";
    public static final String ALB = "alb";
    public static final String IPV4 = "ipv4";

    static final String GRPC = "GRPC";

    private static final int GENEVE_PORT = 6081;
    private static final List<String> VERSIONS = List.of("HTTP2", "HTTP1", GRPC);

    /** @throws io.vpclocal.protocol.AwsException if a parameter is missing, not valid, or not emulated */
    static TargetGroupPlan of(CreateTargetGroupRequest request) {
        String name = ElbNames.targetGroup(ElbParams.require(request.name(), "name"));
        String type = or(request.targetTypeAsString(), INSTANCE);
        if (request.targetControlPort() != null) {
            throw CommonErrors.notHere("target control ports");
        }
        HealthCheck.Requested check = HealthCheck.Requested.of(request);
        if (type.equals(LAMBDA)) {
            requireForLambda(request);
            return new TargetGroupPlan(
                    name, null, null, null, null, type, IPV4, HealthCheck.of(null, type, null, check));
        }
        BalancedProtocol protocol = BalancedProtocol.of(require(request.protocolAsString(), "protocol"));
        if (type.equals(ALB) && protocol != BalancedProtocol.TCP) {
            throw TargetErrors.protocolOfBalancers(protocol);
        }
        int port = require(ElbParams.inRange(request.port(), "port", 1, ElbLimits.MOST_PORT), "port");
        if (protocol == BalancedProtocol.GENEVE && port != GENEVE_PORT) {
            throw TargetErrors.genevePort();
        }
        String wanted = request.protocolVersion();
        // Terraform sends an empty version for the default.
        String version = version(protocol, wanted == null || wanted.isEmpty() ? null : wanted);
        return new TargetGroupPlan(
                name,
                protocol,
                version,
                port,
                require(request.vpcId(), "VPC ID"),
                type,
                or(request.ipAddressTypeAsString(), IPV4),
                HealthCheck.of(protocol, type, version, check));
    }

    private static @Nullable String version(BalancedProtocol protocol, @Nullable String wanted) {
        if (!protocol.http()) {
            if (wanted != null) {
                throw TargetErrors.protocolVersion(protocol);
            }
            return null;
        }
        if (wanted != null && !VERSIONS.contains(wanted)) {
            throw TargetErrors.protocolVersionNotValid(wanted, VERSIONS);
        }
        return or(wanted, "HTTP1");
    }

    private static void requireForLambda(CreateTargetGroupRequest request) {
        if (request.protocolAsString() != null) {
            throw TargetErrors.notForLambda("Protocol");
        }
        if (request.port() != null) {
            throw TargetErrors.notForLambda("Port");
        }
        if (request.vpcId() != null) {
            throw TargetErrors.notForLambda("VPC ID");
        }
        if ("ipv6".equals(request.ipAddressTypeAsString())) {
            throw TargetErrors.ipv6Functions();
        }
    }

    /** True if the target group was created by an equal request. */
    boolean made(TargetGroupEntity present) {
        return present.protocol() == protocol
                && Objects.equals(present.protocolVersion(), protocolVersion)
                && Objects.equals(present.port(), port)
                && Objects.equals(present.vpcId(), vpcId)
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
