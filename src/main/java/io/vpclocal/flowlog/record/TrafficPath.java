package io.vpclocal.flowlog.record;

/** The {@code traffic-path} codes (AWS documentation, VPC User Guide: flow log records). */
public enum TrafficPath {
    SAME_VPC(1),
    /** Instances outside the Nitro System do not distinguish the two. */
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
     * @throws IllegalArgumentException for an unknown code
     */
    public static TrafficPath of(int code) {
        if (code < 1 || code > values().length) {
            throw new IllegalArgumentException("Unknown traffic path. Expected a code of 1 to 8, not " + code);
        }
        return values()[code - 1];
    }
}
