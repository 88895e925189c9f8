package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/**
 * A route with its target looked up.
 *
 * @param gateway the hop through the target; denies if it is a blackhole or its target is gone
 * @param nextHop the interface of a NAT gateway or appliance
 * @param peer the VPC behind a peering connection
 * @param endpoint the gateway endpoint
 */
record CompiledRoute(
        Network.RouteTarget target,
        Hop hop,
        Hop gateway,
        boolean blackhole,
        boolean sameRegion,
        @Nullable CompiledInterface nextHop,
        @Nullable CompiledVpc peer,
        Network.@Nullable VpcEndpoint endpoint) {

    /** The route that is missing to a gateway that is there. */
    static CompiledRoute through(Hop internetGateway) {
        return new CompiledRoute(
                Network.RouteTarget.INTERNET_GATEWAY, internetGateway, internetGateway, false, true, null, null, null);
    }
}
