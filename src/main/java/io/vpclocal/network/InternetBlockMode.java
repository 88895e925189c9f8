package io.vpclocal.network;

/** The traffic that VPC Block Public Access blocks for a VPC or a subnet. */
public enum InternetBlockMode {
    OFF("off"),
    /** Blocks all traffic through internet gateways and egress-only internet gateways. */
    BIDIRECTIONAL("block-bidirectional"),
    /** Allows only traffic that NAT gateways and egress-only internet gateways initiate. */
    INGRESS("block-ingress");

    private final String wire;

    InternetBlockMode(String wire) {
        this.wire = wire;
    }

    /** As the API spells it. */
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException if the text is not a mode */
    public static InternetBlockMode of(String wire) {
        for (InternetBlockMode mode : values()) {
            if (mode.wire.equals(wire)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(wire);
    }
}
