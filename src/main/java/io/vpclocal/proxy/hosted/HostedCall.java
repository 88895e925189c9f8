package io.vpclocal.proxy.hosted;

import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.proxy.caller.VpcCaller;
import io.vpclocal.traffic.CallTraffic.Connection;
import io.vpclocal.traffic.CallTraffic.Target;
import io.vpclocal.traffic.CallTraffic.Way;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection from a caller to an endpoint of a hosted service.
 *
 * @param address the real address of the chosen target; null if the connection is blocked or the target has none
 */
record HostedCall(
        VpcCaller caller,
        EndpointView endpoint,
        Connection connection,
        Way way,
        @Nullable RealAddress address,
        Instant start) {

    /** The reason that the network blocks the connection; null if it does not. */
    @Nullable
    String blocked() {
        return way.blocked();
    }

    Target target() {
        return Objects.requireNonNull(way.target());
    }

    /** The reason that nothing answers at the target. */
    String nothingThere() {
        Target target = target();
        String name = target.id() + " port " + target.port();
        return address == null
                ? "The call reached the target " + name + ", which has no real address. Set one with PUT"
                        + " /_vpclocal/targets."
                : "The call reached the target " + name + ", but nothing accepts connections at " + address.url() + ".";
    }
}
