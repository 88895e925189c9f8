package io.vpclocal.loadbalancer.listener;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;

/** Reads what requests say about encryption. */
@Component
class ListenerRequests {

    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws[a-z-]*:(?<service>acm|iam):(?<region>[a-z0-9-]*):\\d{12}:.+");
    private static final Pattern OTHER_ARN = Pattern.compile("arn:aws[a-z-]*:(?!(acm|iam):)[a-z0-9-]+:");
    private static final List<String> ALPN =
            List.of("HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None");
    private static final String VERIFY = "verify";
    private static final List<String> WITHOUT_TRUST_STORE = List.of("off", "passthrough");

    private final SslPolicies policies;

    ListenerRequests(SslPolicies policies) {
        this.policies = policies;
    }

    static @Nullable BalancedProtocol protocol(@Nullable String wire) {
        return wire == null ? null : BalancedProtocol.of(wire);
    }

    /** @throws io.vpclocal.protocol.AwsException if a value is not valid or the listener is not encrypted */
    ListenerPlan.Tls tls(CreateListenerRequest request, @Nullable BalancedProtocol protocol, Scope scope) {
        return tls(
                scope,
                protocol,
                request.sslPolicy(),
                request.certificates(),
                request.alpnPolicy(),
                request.mutualAuthentication());
    }

    /** @throws io.vpclocal.protocol.AwsException if a value is not valid or the listener is not encrypted */
    ListenerPlan.Tls tls(ModifyListenerRequest request, @Nullable BalancedProtocol protocol, Scope scope) {
        return tls(
                scope,
                protocol,
                request.sslPolicy(),
                request.certificates(),
                request.alpnPolicy(),
                request.mutualAuthentication());
    }

    /** @throws io.vpclocal.protocol.AwsException if it is not the ARN of a certificate that the Region has */
    static String certificate(Certificate certificate, Scope scope) {
        String arn = require(certificate.certificateArn(), "certificates.certificateArn");
        Matcher parts = CERTIFICATE.matcher(arn);
        if (OTHER_ARN.matcher(arn).lookingAt()) {
            throw ListenerErrors.certificateNotFound(arn);
        }
        boolean fits = parts.matches()
                && (parts.group("service").equals("iam")
                        || parts.group("region").equals(scope.region()));
        if (!fits) {
            throw ListenerErrors.notACertificate(arn);
        }
        return arn;
    }

    private ListenerPlan.Tls tls(
            Scope scope,
            @Nullable BalancedProtocol protocol,
            @Nullable String policy,
            List<Certificate> certificates,
            List<String> alpn,
            @Nullable MutualAuthenticationAttributes mutual) {
        if (certificates.size() > 1) {
            throw ListenerErrors.oneCertificate(certificates.size());
        }
        boolean encrypted = protocol != null && protocol.encrypted();
        if (policy != null && !encrypted) {
            throw ListenerErrors.sslPolicyNotFor(protocol);
        }
        String certificate = certificates.isEmpty() ? null : certificate(certificates.get(0), scope);
        requireAllowed(encrypted, protocol, certificate, "A certificate");
        String alpnPolicy = alpn(alpn, protocol);
        if (mutual != null && !encrypted) {
            throw ListenerErrors.mutualAuthenticationOfPlain();
        }
        String mode = mode(mutual);
        requireAllowed(protocol == BalancedProtocol.HTTPS, protocol, mode, "Mutual authentication");
        if (policy != null) {
            requireKnown(policy, Objects.requireNonNull(protocol));
        }
        return new ListenerPlan.Tls(policy, certificate, alpnPolicy, mode);
    }

    private static @Nullable String alpn(List<String> wanted, @Nullable BalancedProtocol protocol) {
        if (wanted.isEmpty()) {
            return null;
        }
        if (wanted.size() > 1) {
            throw ListenerErrors.oneAlpnPolicy(wanted.size());
        }
        String policy = wanted.get(0);
        if (protocol != null && protocol.http()) {
            throw ListenerErrors.alpnOfApplication();
        }
        requireAllowed(protocol == BalancedProtocol.TLS, protocol, policy, "An ALPN policy");
        if (!ALPN.contains(policy)) {
            throw ListenerErrors.alpnNotFound(policy);
        }
        return policy;
    }

    private void requireKnown(String policy, BalancedProtocol protocol) {
        if (policy.isEmpty()) {
            throw ListenerErrors.needed("An SSL policy", protocol);
        }
        if (!policies.has(policy)) {
            throw ListenerErrors.policyNotFound(policy);
        }
    }

    /** Trust stores are not emulated, so no trust store exists. */
    private static @Nullable String mode(@Nullable MutualAuthenticationAttributes mutual) {
        String mode = mutual == null ? null : mutual.mode();
        if (mutual == null || mode == null) {
            return null;
        }
        if (mode.equals(VERIFY)) {
            String store = mutual.trustStoreArn();
            throw store == null || store.isEmpty()
                    ? ListenerErrors.trustStoreNeeded()
                    : ListenerErrors.trustStoreNotFound(store);
        }
        if (!WITHOUT_TRUST_STORE.contains(mode)) {
            throw ListenerErrors.modeNotFound(mode);
        }
        if (Boolean.TRUE.equals(mutual.ignoreClientCertificateExpiry())) {
            throw ListenerErrors.modeWithout(mode, "ignoring client certificate expiry");
        }
        if ("on".equals(mutual.advertiseTrustStoreCaNamesAsString())) {
            throw ListenerErrors.modeWithout(mode, "advertise trust store ca names");
        }
        return mode;
    }

    private static void requireAllowed(
            boolean allowed, @Nullable BalancedProtocol protocol, @Nullable String value, String what) {
        if (value != null && !allowed) {
            throw ListenerErrors.notFor(what, protocol);
        }
    }
}
