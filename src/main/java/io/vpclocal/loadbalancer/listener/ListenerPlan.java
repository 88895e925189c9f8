package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a listener.
 *
 * @param protocol null for a Gateway Load Balancer
 * @param port null for a Gateway Load Balancer
 * @param sslPolicy null unless the protocol is TLS, like certificate and ALPN policy
 */
record ListenerPlan(
        @Nullable BalancedProtocol protocol,
        @Nullable Integer port,
        @Nullable String sslPolicy,
        @Nullable String certificateArn,
        @Nullable String alpnPolicy,
        List<ListenerTargetGroup> targetGroups) {

    private static final String SSL_POLICY = "ELBSecurityPolicy-2016-08";

    /**
     * A copy with the TLS members set or cleared to match the protocol.
     *
     * @throws io.vpclocal.protocol.AwsException if a TLS listener has no certificate
     */
    ListenerPlan secured() {
        if (protocol != BalancedProtocol.TLS) {
            return new ListenerPlan(protocol, port, null, null, null, targetGroups);
        }
        if (certificateArn == null) {
            throw ListenerErrors.certificateNeeded();
        }
        return sslPolicy == null
                ? new ListenerPlan(protocol, port, SSL_POLICY, certificateArn, alpnPolicy, targetGroups)
                : this;
    }
}
