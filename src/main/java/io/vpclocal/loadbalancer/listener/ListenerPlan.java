package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listener is.
 *
 * @param protocol null for a gateway load balancer's
 * @param port likewise
 * @param sslPolicy null unless the protocol is TLS, as certificate and ALPN policy
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
     * This listener, with what only TLS has made right for its protocol.
     *
     * @throws io.vpclocal.protocol.AwsException if TLS lacks its certificate
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
