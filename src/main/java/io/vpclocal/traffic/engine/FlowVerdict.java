package io.vpclocal.traffic.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a flow.
 *
 * @param reply null when nothing was sent back
 * @param apiDenial the endpoint policy that denied the API call; the packets still pass
 * @param notCaptured why flow logs do not capture the flow; null for ordinary traffic
 * @param observations the observation of each network interface, in the order of the path
 */
public record FlowVerdict(
        Flow flow,
        Path request,
        @Nullable Path reply,
        @Nullable Stop apiDenial,
        @Nullable NotLoggedTraffic notCaptured,
        List<Observation> observations) {

    /**
     * One direction of the flow.
     *
     * @param packet headers as the initiating side of this direction sends them
     * @param stop null when it arrived
     */
    public record Path(
            Packet packet, List<Hop> hops, @Nullable Stop stop, long packets, long bytes, int tcpFlags) {

        public boolean arrived() {
            return stop == null;
        }
    }

    /** Whether the request arrived, its answer came back, and no endpoint policy denied the call. */
    public boolean allowed() {
        return stop() == null;
    }

    /** The first stop: of the request, at the endpoint policy, or of the answer. */
    public @Nullable Stop stop() {
        if (request.stop() != null) {
            return request.stop();
        }
        if (apiDenial != null) {
            return apiDenial;
        }
        return reply == null ? null : reply.stop();
    }

    /** The direction of the flow an observation is about, which holds its packets, bytes and TCP flags. */
    public Path trafficOf(Observation observation) {
        Path answer = reply;
        return observation.answer() && answer != null ? answer : request;
    }
}
