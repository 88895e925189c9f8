package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.CommonErrors;
import java.util.EnumSet;
import java.util.Set;

/** The supported protocols of listeners and target groups. */
public enum BalancedProtocol {
    HTTP,
    HTTPS,
    TCP,
    TLS,
    UDP,
    TCP_UDP,
    GENEVE;

    /** @throws io.vpclocal.protocol.AwsException for a protocol that is not emulated */
    public static BalancedProtocol of(String wire) {
        return switch (wire) {
            case "HTTP" -> HTTP;
            case "HTTPS" -> HTTPS;
            case "TCP" -> TCP;
            case "TLS" -> TLS;
            case "UDP" -> UDP;
            case "TCP_UDP" -> TCP_UDP;
            case "GENEVE" -> GENEVE;
            default -> throw CommonErrors.notHere("the protocol " + wire);
        };
    }

    public boolean carriesUdp() {
        return this == UDP || this == TCP_UDP;
    }

    public boolean carriesTcp() {
        return this != UDP && this != GENEVE;
    }

    /** True for the protocols of Application Load Balancers. */
    public boolean http() {
        return this == HTTP || this == HTTPS;
    }

    /** True if a listener of this protocol decrypts and needs a certificate. */
    public boolean encrypted() {
        return this == TLS || this == HTTPS;
    }

    /**
     * The protocols of target groups that such a listener can forward to (User Guides, target groups).
     */
    public Set<BalancedProtocol> targets() {
        return switch (this) {
            case HTTP, HTTPS -> EnumSet.of(HTTP, HTTPS);
            case TCP -> EnumSet.of(TCP, TCP_UDP);
            case TLS -> EnumSet.of(TCP, TLS);
            case UDP -> EnumSet.of(UDP, TCP_UDP);
            case TCP_UDP -> EnumSet.of(TCP_UDP);
            case GENEVE -> EnumSet.of(GENEVE);
        };
    }
}
