package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
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

    /** Texts recorded from AWS by others. */
    static AwsException protocol(BalancedProtocol protocol, LoadBalancerType of) {
        String allowed = of == LoadBalancerType.APPLICATION ? "HTTP, HTTPS" : "UDP, TCP, TCP_UDP, TLS";
        return ElbErrors.validation("Listener protocol '" + protocol + "' must be one of '" + allowed + "'");
    }

    static AwsException udpOnDualstack(BalancedProtocol protocol) {
        return ElbErrors.invalidConfiguration("Listener protocol '" + protocol
                + "' is not supported on load balancers with the IP address type 'dualstack'");
    }

    static AwsException incompatible(@Nullable BalancedProtocol listener, TargetGroupEntity targets) {
        return new AwsException(
                "IncompatibleProtocols",
                "The listener protocol '" + (listener == null ? BalancedProtocol.GENEVE : listener)
                        + "' is not compatible with the protocol '"
                        + (targets.protocol() == null
                                ? "lambda"
                                : targets.protocol().name()) + "' of target group '"
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

    /** Recorded for certificates and SSL policies. */
    static AwsException needed(String what, BalancedProtocol protocol) {
        return ElbErrors.validation(what + " must be specified for " + protocol + " listeners");
    }

    /** Recorded for certificates of other Regions. */
    static AwsException notACertificate(String arn) {
        return ElbErrors.validation("Certificate ARN '" + arn + "' is not valid");
    }

    /** Our guess. */
    static AwsException tooManyCertificates() {
        return new AwsException(
                "TooManyCertificates", "You have reached the maximum number of certificates per load balancer");
    }

    /** Our guess. */
    static AwsException defaultCertificate(String arn) {
        return new AwsException(
                "OperationNotPermitted", "Certificate '" + arn + "' is the default certificate and cannot be removed");
    }

    static AwsException policyNotFound(String name) {
        return new AwsException("SSLPolicyNotFound", "SSL policy '" + name + "' not found");
    }

    /** Our guess. */
    static AwsException trustStoreNotFound(@Nullable String arn) {
        return new AwsException("TrustStoreNotFound", "Trust store '" + arn + "' not found");
    }

    static AwsException oneCertificate() {
        return ElbErrors.validation("You must specify exactly one certificate");
    }

    /**
     * Recorded for certificates and SSL policies.
     *
     * @param protocol null for listeners of Gateway Load Balancers
     */
    static AwsException notFor(String what, @Nullable BalancedProtocol protocol) {
        String listeners = protocol == null ? "gateway" : protocol.toString();
        return ElbErrors.validation(what + " cannot be specified for " + listeners + " listeners");
    }

    static AwsException arnsOrLoadBalancer() {
        return ElbErrors.validation("You must specify either listener ARNs or a load balancer ARN");
    }

    static AwsException arnsAndLoadBalancer() {
        return ElbErrors.validation("Listener ARNs and a load balancer ARN cannot be specified at the same time");
    }
}
