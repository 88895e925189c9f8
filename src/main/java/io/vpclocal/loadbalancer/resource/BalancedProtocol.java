package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.CommonErrors;
import java.util.EnumSet;
import java.util.Set;

/** The supported protocols of listeners and target groups. */
public enum BalancedProtocol {
    TCP,
    TLS,
    UDP,
    TCP_UDP,
    GENEVE;

    /** @throws io.vpclocal.protocol.AwsException for a protocol of Application Load Balancers */
    public static BalancedProtocol of(String wire) {
        return switch (wire) {
            case "TCP" -> TCP;
            case "TLS" -> TLS;
            case "UDP" -> UDP;
            case "TCP_UDP" -> TCP_UDP;
            case "GENEVE" -> GENEVE;
            case "HTTP", "HTTPS" ->
                throw CommonErrors.notHere("application load balancers, of which the protocol " + wire + " is");
            default -> throw CommonErrors.notHere("the protocol " + wire);
        };
    }

    public boolean carriesUdp() {
        return this == UDP || this == TCP_UDP;
    }

    public boolean carriesTcp() {
        return this == TCP || this == TLS || this == TCP_UDP;
    }

    /**
     * The protocols of target groups that such a listener can forward to (User Guide for Network Load Balancers, target
     * groups).
     */
    public Set<BalancedProtocol> targets() {
        return switch (this) {
            case TCP -> EnumSet.of(TCP, TCP_UDP);
            case TLS -> EnumSet.of(TCP, TLS);
            case UDP -> EnumSet.of(UDP, TCP_UDP);
            case TCP_UDP -> EnumSet.of(TCP_UDP);
            case GENEVE -> EnumSet.of(GENEVE);
        };
    }
}
