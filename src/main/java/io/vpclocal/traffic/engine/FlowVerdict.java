package io.vpclocal.traffic.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a flow.
 *
 * @param reply null when nothing was sent back
 * @param apiDenial the endpoint policy that refused the API call; the packets themselves pass
 * @param notCaptured why no flow log sees the flow; null for ordinary traffic
 * @param observations what each network interface on the way sees, in the order of the way
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

    /** Whether the request arrived, any answer came back, and no endpoint policy refused the call. */
    public boolean allowed() {
        return stop() == null;
    }

    /** The first thing that stopped the flow: on the way there, at the endpoint policy, or on the way back. */
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
