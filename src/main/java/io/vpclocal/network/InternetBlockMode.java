package io.vpclocal.network;

/** What VPC Block Public Access keeps from a VPC or a subnet. */
public enum InternetBlockMode {
    OFF("off"),
    /** Nothing passes an internet gateway or an egress-only internet gateway. */
    BIDIRECTIONAL("block-bidirectional"),
    /** Only what NAT gateways and egress-only internet gateways begin passes. */
    INGRESS("block-ingress");

    private final String wire;

    InternetBlockMode(String wire) {
        this.wire = wire;
    }

    /** As the API spells it. */
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for text that is no mode */
    public static InternetBlockMode of(String wire) {
        for (InternetBlockMode mode : values()) {
            if (mode.wire.equals(wire)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(wire);
    }
}
