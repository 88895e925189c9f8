package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/**
 * A route with its resolved target.
 *
 * @param gateway the hop through the target; denies if it is a blackhole or the target is deleted
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

    /** Stands for a missing route to an existing gateway. */
    static CompiledRoute through(Hop internetGateway) {
        return new CompiledRoute(
                Network.RouteTarget.INTERNET_GATEWAY, internetGateway, internetGateway, false, true, null, null, null);
    }
}
