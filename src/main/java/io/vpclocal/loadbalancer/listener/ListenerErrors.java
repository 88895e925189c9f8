package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.AwsException;
import java.util.Collection;
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

    /** Recorded from AWS. */
    static AwsException protocol(BalancedProtocol protocol, LoadBalancerType of) {
        String allowed = of == LoadBalancerType.APPLICATION ? "HTTP, HTTPS" : "TCP, QUIC, TCP_QUIC, UDP, TCP_UDP, TLS";
        return ElbErrors.validation("Listener protocol '" + protocol + "' must be one of '" + allowed + "'");
    }

    /** Recorded from AWS. */
    static AwsException udpOnDualstack(BalancedProtocol protocol) {
        return ElbErrors.invalidConfiguration("The specified listener protocol '" + protocol
                + "' is not supported on load balancers using the 'dualstack' IP address type when"
                + " 'EnablePrefixForIpv6SourceNat' is set to 'off'");
    }

    /** Recorded from AWS. */
    static AwsException incompatible(Collection<String> targetGroupArns) {
        return new AwsException(
                "IncompatibleProtocols",
                "The listener and the following target groups have incompatible protocols: "
                        + String.join(", ", targetGroupArns));
    }

    /** Recorded from AWS. */
    static AwsException otherVpc(String targetGroupArn, String loadBalancerArn) {
        return ElbErrors.invalidConfiguration("The following target groups are in a different VPC than load balancer '"
                + loadBalancerArn + "': " + targetGroupArn);
    }

    /** Recorded from AWS. */
    static AwsException severalAddressTypes() {
        return ElbErrors.invalidConfiguration(
                "The IP address types of the target groups for a single action must be the same");
    }

    /** Recorded from AWS. */
    static AwsException ipv6TargetsOfIpv4() {
        return ElbErrors.invalidConfiguration(
                "You cannot associate an IPv6 target group with a load balancer that has an"
                        + " 'ipv4' IP address type");
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

    /** Recorded for ARNs of other services. */
    static AwsException certificateNotFound(String arn) {
        return new AwsException("CertificateNotFound", "Certificate '" + arn + "' not found");
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

    /** Recorded from AWS. */
    static AwsException oneCertificate(int specified) {
        return ElbErrors.validation(
                "Up to '1' certificate ARNs can be specified, but '" + specified + "' were specified");
    }

    /** Recorded from AWS. */
    static AwsException oneAlpnPolicy(int specified) {
        return ElbErrors.validation("Up to '1' ALPN policy can be specified, but '" + specified + "' were specified");
    }

    /** Recorded from AWS. */
    static AwsException alpnOfApplication() {
        return ElbErrors.validation("You cannot set ALPN policy on load balancers of type 'application'");
    }

    /** Recorded from AWS. */
    static AwsException alpnNotFound(String policy) {
        return new AwsException("ALPNPolicyNotFound", "ALPN policy [" + policy + "] is not found");
    }

    /** Recorded from AWS for HTTP listeners, with its spelling. */
    static AwsException sslPolicyNotFor(@Nullable BalancedProtocol protocol) {
        return ElbErrors.validation("An SSL policy cannot be specifed for " + listeners(protocol) + " listeners");
    }

    /** Recorded from AWS. */
    static AwsException modeNotFound(String mode) {
        return ElbErrors.validation("Mutual Authentication mode " + mode + " not found");
    }

    /** Recorded from AWS. */
    static AwsException trustStoreNeeded() {
        return ElbErrors.validation("Mutual Authentication mode verify requires a trust store arn");
    }

    /** Recorded from AWS. */
    static AwsException modeWithout(String mode, String what) {
        return ElbErrors.validation("Mutual Authentication mode " + mode + " does not support " + what);
    }

    /** Recorded from AWS for HTTP listeners. */
    static AwsException mutualAuthenticationOfPlain() {
        return ElbErrors.validation("Mutual Authentication cannot be set for non secure listeners");
    }

    /**
     * Recorded for certificates.
     *
     * @param protocol null for listeners of Gateway Load Balancers
     */
    static AwsException notFor(String what, @Nullable BalancedProtocol protocol) {
        return ElbErrors.validation(what + " cannot be specified for " + listeners(protocol) + " listeners");
    }

    private static String listeners(@Nullable BalancedProtocol protocol) {
        return protocol == null ? "gateway" : protocol.toString();
    }

    static AwsException arnsOrLoadBalancer() {
        return ElbErrors.validation("You must specify either listener ARNs or a load balancer ARN");
    }

    static AwsException arnsAndLoadBalancer() {
        return ElbErrors.validation("Listener ARNs and a load balancer ARN cannot be specified at the same time");
    }
}
