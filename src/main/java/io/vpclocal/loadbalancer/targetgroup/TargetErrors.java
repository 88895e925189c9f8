package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.protocol.AwsException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** AWS's errors about target groups and targets. */
public final class TargetErrors {

    private TargetErrors() {}

    static AwsException tooMany() {
        return new AwsException("TooManyTargetGroups", "You have reached the maximum number of target groups");
    }

    static AwsException inUse(String arn) {
        return new AwsException(
                "ResourceInUse", "Target group '" + arn + "' is currently in use by a listener or a rule");
    }

    /** @param what {@code protocol}, {@code port} or {@code VPC ID} */
    static AwsException missing(String what) {
        return ElbErrors.validation("A " + what + " must be specified");
    }

    static AwsException vpcNotFound(String vpcId) {
        return ElbErrors.validation("The VPC ID '" + vpcId + "' is not found");
    }

    /** Recorded from AWS. */
    public static AwsException genevePort() {
        return ElbErrors.validation("Port must be 6081 for GENEVE target groups.");
    }

    /** Recorded from AWS. */
    static AwsException pathOfTcp() {
        return ElbErrors.validation("Health check paths are not supported for TCP health checks");
    }

    /** Recorded from AWS for TCP health checks of GENEVE target groups. */
    static AwsException codesOfTcp() {
        return ElbErrors.validation("Custom health check matchers are not supported for the requested target group");
    }

    /** Recorded from AWS. */
    static AwsException protocolVersion(BalancedProtocol protocol) {
        return ElbErrors.validation(
                "You cannot specify the protocol version for a target group with the '" + protocol + "' protocol");
    }

    /** Recorded from AWS. */
    static AwsException protocolVersionNotValid(String wanted, List<String> allowed) {
        return ElbErrors.validation("Target group protocol version '" + wanted + "' must be one of '" + allowed + "'");
    }

    /** @param what {@code Protocol}, {@code Port} or {@code VPC ID} */
    static AwsException notForLambda(String what) {
        return ElbErrors.validation(what + " cannot be specified for target groups with target type 'lambda'");
    }

    /** Recorded from AWS. */
    static AwsException protocolOfBalancers(BalancedProtocol protocol) {
        return ElbErrors.invalidConfiguration(
                "Target type 'alb' is not supported for target groups with " + protocol + " protocol");
    }

    /** Recorded from AWS. */
    static AwsException ipv6Functions() {
        return ElbErrors.invalidConfiguration("Target type 'lambda' is not supported with an IPv6 target group");
    }

    /** Recorded from AWS for instances. */
    static AwsException healthCheckNeeded(String targetType) {
        return ElbErrors.invalidConfiguration(
                "Health check enabled must be true for target groups with target type '" + targetType + "'");
    }

    /** Recorded from AWS in 2026; older reports have another text. */
    static AwsException timeoutNotShorter(int timeout, int interval) {
        return ElbErrors.validation(
                "Health check timeout '" + timeout + "' must be smaller than the interval '" + interval + "'");
    }

    static AwsException timeoutTooLong(int timeout, int interval) {
        return ElbErrors.validation("Health check timeout '" + timeout
                + "' must be smaller than or equal to the interval '" + interval + "'");
    }

    static AwsException healthCheckProtocol(String protocol, Collection<String> allowed) {
        return ElbErrors.validation(
                "Health check protocol '" + protocol + "' must be one of '" + String.join(", ", allowed) + "'");
    }

    static AwsException healthCheckPath(String path) {
        return ElbErrors.validation("Health check path '" + path + "' must begin with '/'");
    }

    /** Recorded from AWS. */
    static AwsException healthCheckPort(String port) {
        return ElbErrors.validation("Health check port '" + port + "' must be within '1-65535' or 'traffic-port'");
    }

    /** @param kind {@code HTTP} or {@code GRPC} */
    static AwsException healthCheckCodes(String kind, String codes, String range) {
        return ElbErrors.validation(
                "Health check matcher " + kind + " code '" + codes + "' must be within '" + range + "' inclusive");
    }

    /** @param kind {@code HTTP} or {@code GRPC} */
    static AwsException codesNeeded(String kind) {
        return ElbErrors.validation("Health check matcher " + kind + " code cannot be empty");
    }

    /** Our guess. */
    static AwsException otherCodes(String kind) {
        return ElbErrors.validation("Health check matcher " + kind + " code cannot be specified for this target group");
    }

    /** Our guess. */
    public static AwsException notAFunction(String id) {
        return ElbErrors.validation("'" + id + "' is not a valid Lambda function ARN");
    }

    /**
     * Recorded from AWS.
     *
     * @param what {@code Lambda function} or {@code Application Load Balancer}
     */
    public static AwsException oneTargetAtOnce(String what, int specified) {
        return ElbErrors.validation(
                "Up to '1' " + what + " target(s) can be registered, but '" + specified + "' were specified");
    }

    /** Our guess. */
    public static AwsException oneTarget(String targetType) {
        return ElbErrors.invalidConfiguration(
                "Target groups with target type '" + targetType + "' can have one target only");
    }

    /** @param what {@code port} or {@code Availability Zone} */
    public static AwsException notForTargetType(String what, String targetType) {
        return ElbErrors.validation("A " + what + " cannot be specified for targets of target groups with target type '"
                + targetType + "'");
    }

    /** Our guess. */
    public static AwsException balancerNotValid(String arn) {
        return new AwsException(
                "InvalidTarget", "The following targets are not Application Load Balancers: " + quoted(List.of(arn)));
    }

    /** Our guess. */
    public static AwsException noListener(String arn, int port) {
        return new AwsException(
                "InvalidTarget", "Application Load Balancer '" + arn + "' has no listener on port " + port);
    }

    /** Our guess. */
    public static AwsException portOfGroup(int port) {
        return ElbErrors.validation("The port of an Application Load Balancer as target must be that of the target"
                + " group: '" + port + "'");
    }

    public static AwsException instanceNotValid(String id) {
        return ElbErrors.validation("Instance ID '" + id + "' is not valid");
    }

    public static AwsException notRunning(Collection<String> ids) {
        return new AwsException(
                "InvalidTarget",
                "The following targets are not in a running state and cannot be registered: " + quoted(ids));
    }

    public static AwsException notInVpc(Collection<String> ids, @Nullable String vpcId) {
        return new AwsException(
                "InvalidTarget",
                "The following targets are not in the target group VPC '" + vpcId + "': " + quoted(ids));
    }

    public static AwsException notAnAddress(String text, String family) {
        return ElbErrors.validation("The IP address '" + text + "' is not a valid " + family + " address");
    }

    /** Recorded from AWS. */
    public static AwsException publicAddress(String text) {
        return ElbErrors.validation("The IP address '" + text
                + "' is not allowed, as it must be an address from a VPC subnet, RFC1918, or RFC6598");
    }

    public static AwsException zoneNeeded(String text) {
        return ElbErrors.validation(
                "An Availability Zone must be specified for the IP address '" + text + "', which is outside the VPC");
    }

    public static AwsException zoneOfInstance() {
        return ElbErrors.validation("An Availability Zone cannot be specified for targets of type 'instance'");
    }

    public static AwsException zoneNotValid(String zone) {
        return ElbErrors.validation("The Availability Zone '" + zone + "' is not valid");
    }

    public static AwsException tooManyTargets() {
        return new AwsException("TooManyTargets", "You have reached the maximum number of targets per target group");
    }

    private static String quoted(Collection<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}
