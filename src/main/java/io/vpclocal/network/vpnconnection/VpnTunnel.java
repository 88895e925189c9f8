package io.vpclocal.network.vpnconnection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One of the two tunnels of a VPN connection. */
@Embeddable
class VpnTunnel {

    /** The longest text of the options. */
    static final int OPTIONS_LENGTH = 16_384;

    @Column(name = "outside_address", nullable = false, length = 64)
    private String outsideAddress;

    @Column(name = "options", nullable = false, length = OPTIONS_LENGTH)
    private String options;

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpnTunnel() {}

    VpnTunnel(String outsideAddress, String options) {
        this.outsideAddress = outsideAddress;
        this.options = options;
    }

    /** The public IPv4 address of Amazon's side. */
    String outsideAddress() {
        return outsideAddress;
    }

    /** The options as {@link TunnelSettings} writes them. */
    String options() {
        return options;
    }

    void change(String newOptions) {
        this.options = newOptions;
    }
}
