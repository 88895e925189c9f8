package io.vpclocal.traffic.engine;

/** The numbers of egress paths in flow logs (AWS documentation, VPC User Guide: traffic-path). */
final class TrafficPaths {

    static final int UNKNOWN = 0;
    static final int SAME_VPC = 1;
    private static final int GATEWAY_BEFORE_NITRO = 2;
    private static final int VIRTUAL_PRIVATE_GATEWAY = 3;
    private static final int PEERING_IN_REGION = 4;
    private static final int PEERING_ACROSS_REGIONS = 5;
    private static final int EDGE_ZONE = 6;
    private static final int GATEWAY_ENDPOINT = 7;
    private static final int INTERNET_GATEWAY = 8;

    private TrafficPaths() {}

    /** Our guess: an egress-only internet gateway counts as an internet gateway. */
    static int of(CompiledRoute route, CompiledInterface sender) {
        boolean nitro = sender.networkInterface.nitro();
        return switch (route.target()) {
            case LOCAL, NAT_GATEWAY, NETWORK_INTERFACE, TRANSIT_GATEWAY -> SAME_VPC;
            case INTERNET_GATEWAY, EGRESS_ONLY_INTERNET_GATEWAY -> nitro ? INTERNET_GATEWAY : GATEWAY_BEFORE_NITRO;
            case GATEWAY_ENDPOINT -> nitro ? GATEWAY_ENDPOINT : GATEWAY_BEFORE_NITRO;
            case VIRTUAL_PRIVATE_GATEWAY -> VIRTUAL_PRIVATE_GATEWAY;
            case VPC_PEERING_CONNECTION -> route.sameRegion() ? PEERING_IN_REGION : PEERING_ACROSS_REGIONS;
            case CARRIER_GATEWAY, LOCAL_GATEWAY -> EDGE_ZONE;
        };
    }
}
