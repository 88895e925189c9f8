package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a listener.
 *
 * @param protocol null for a Gateway Load Balancer
 * @param port null for a Gateway Load Balancer
 * @param tls what only encrypted listeners have
 */
record ListenerPlan(
        @Nullable BalancedProtocol protocol, @Nullable Integer port, Tls tls, DefaultActions actions) {

    private static final String SSL_POLICY = "ELBSecurityPolicy-2016-08";
    private static final String OFF = "off";

    /**
     * The properties of a TLS or HTTPS listener. Other listeners have none of them.
     *
     * @param mutualAuthentication the mode; null unless the protocol is HTTPS
     */
    record Tls(
            @Nullable String sslPolicy,
            @Nullable String certificateArn,
            @Nullable String alpnPolicy,
            @Nullable String mutualAuthentication) {

        static final Tls NONE = new Tls(null, null, null, null);

        boolean present() {
            return !equals(NONE);
        }

        /** A copy that takes missing values from another. */
        Tls or(Tls other) {
            return new Tls(
                    first(sslPolicy, other.sslPolicy),
                    first(certificateArn, other.certificateArn),
                    first(alpnPolicy, other.alpnPolicy),
                    first(mutualAuthentication, other.mutualAuthentication));
        }

        private static @Nullable String first(@Nullable String one, @Nullable String other) {
            return one == null ? other : one;
        }
    }

    List<ListenerTargetGroup> targetGroups() {
        return actions.targetGroups();
    }

    /**
     * A copy with the TLS members set or cleared to match the protocol.
     *
     * @throws io.vpclocal.protocol.AwsException if an encrypted listener has no certificate
     */
    ListenerPlan secured() {
        if (protocol == null || !protocol.encrypted()) {
            return new ListenerPlan(protocol, port, Tls.NONE, actions);
        }
        if (tls.certificateArn() == null) {
            throw ListenerErrors.needed("A certificate", protocol);
        }
        boolean https = protocol == BalancedProtocol.HTTPS;
        Tls defaults = new Tls(SSL_POLICY, null, null, https ? OFF : null);
        Tls full = tls.or(defaults);
        return new ListenerPlan(
                protocol,
                port,
                https ? full : new Tls(full.sslPolicy(), full.certificateArn(), full.alpnPolicy(), null),
                actions);
    }
}
