package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.protocol.AwsException;
import org.jspecify.annotations.Nullable;

/** AWS's errors about listeners. */
final class ListenerErrors {

    private ListenerErrors() {}

    static AwsException exists(String loadBalancerArn) {
        return new AwsException(
                "DuplicateListener",
                "A listener already exists on this port for this load balancer '" + loadBalancerArn + "'");
    }

    static AwsException tooMany() {
        return new AwsException(
                "TooManyListeners", "You have reached the maximum number of listeners per load balancer");
    }

    /** @param what {@code port} or {@code protocol} */
    static AwsException missing(String what) {
        return ElbErrors.validation("A listener " + what + " must be specified");
    }

    /** @param what {@code port} or {@code protocol} */
    static AwsException notForGateway(String what) {
        return ElbErrors.validation("A " + what + " cannot be specified for gateway listeners");
    }

    static AwsException protocol(BalancedProtocol protocol) {
        return ElbErrors.validation("Listener protocol '" + protocol + "' must be one of 'UDP, TCP, TCP_UDP, TLS'");
    }

    static AwsException udpOnDualstack(BalancedProtocol protocol) {
        return ElbErrors.invalidConfiguration("Listener protocol '" + protocol
                + "' is not supported on load balancers with the IP address type 'dualstack'");
    }

    static AwsException oneAction() {
        return ElbErrors.validation("You must specify exactly one default action");
    }

    static AwsException actionType(String type) {
        return new AwsException(
                "InvalidLoadBalancerAction", "The action type '" + type + "' is not valid with this load balancer");
    }

    static AwsException targetGroupNeeded() {
        return ElbErrors.validation("A target group ARN must be specified");
    }

    static AwsException twoForwards() {
        return ElbErrors.validation(
                "You cannot specify both a target group ARN and a forward config with other target groups");
    }

    static AwsException tooManyTargetGroups(int most) {
        return new AwsException(
                "TooManyTargetGroups", "You can specify at most " + most + " target groups in a forward action");
    }

    static AwsException twice(String targetGroupArn) {
        return ElbErrors.validation("Target group '" + targetGroupArn + "' was specified more than once");
    }

    static AwsException incompatible(@Nullable BalancedProtocol listener, TargetGroupEntity targets) {
        return new AwsException(
                "IncompatibleProtocols",
                "The listener protocol '" + (listener == null ? BalancedProtocol.GENEVE : listener)
                        + "' is not compatible with the protocol '" + targets.protocol() + "' of target group '"
                        + targets.arn() + "'");
    }

    static AwsException otherVpc(String targetGroupArn, String loadBalancerArn) {
        return ElbErrors.invalidConfiguration("Target group '" + targetGroupArn
                + "' is not in the same VPC as load balancer '" + loadBalancerArn + "'");
    }

    static AwsException ofOtherLoadBalancer(String targetGroupArn) {
        return new AwsException(
                "TargetGroupAssociationLimit",
                "The following target groups cannot be associated with more than one load balancer: " + targetGroupArn);
    }

    static AwsException certificateNeeded() {
        return ElbErrors.validation("A certificate must be specified for TLS listeners");
    }

    static AwsException oneCertificate() {
        return ElbErrors.validation("You must specify exactly one certificate");
    }

    static AwsException onlyForTls(String what) {
        return ElbErrors.validation(what + " can be specified for TLS listeners only");
    }

    static AwsException arnsOrLoadBalancer() {
        return ElbErrors.validation("You must specify either listener ARNs or a load balancer ARN");
    }

    static AwsException arnsAndLoadBalancer() {
        return ElbErrors.validation("Listener ARNs and a load balancer ARN cannot be specified at the same time");
    }
}
