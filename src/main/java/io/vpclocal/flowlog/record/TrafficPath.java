package io.vpclocal.flowlog.record;

/** The {@code traffic-path} codes (AWS documentation, VPC User Guide: flow log records). */
public enum TrafficPath {
    SAME_VPC(1),
    /** On instances that are not of the Nitro System the two are not told apart. */
    INTERNET_GATEWAY_OR_GATEWAY_ENDPOINT(2),
    VIRTUAL_PRIVATE_GATEWAY(3),
    PEERING_IN_REGION(4),
    PEERING_ACROSS_REGIONS(5),
    EDGE_ZONE(6),
    GATEWAY_ENDPOINT(7),
    INTERNET_GATEWAY(8);

    private final int code;

    TrafficPath(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /**
     * The path with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TrafficPath of(int code) {
        if (code < 1 || code > values().length) {
            throw new IllegalArgumentException("No such traffic path: " + code);
        }
        return values()[code - 1];
    }
}
