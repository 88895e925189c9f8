package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Packet;
import java.util.List;

/**
 * A path: the way of one packet from the source to the destination and of its answer back.
 *
 * @param probe the sent packet
 * @param first index of the hop at which the path begins
 * @param last index of the hop at which it ends
 * @param back index of the hop of the answer at which its path begins
 */
record Way(Probe probe, FlowVerdict verdict, int first, int last, int back) {

    List<Hop> forward() {
        return verdict.request().hops().subList(first, last + 1);
    }

    List<Hop> backward() {
        FlowVerdict.Path reply = verdict.reply();
        return reply == null
                ? List.of()
                : reply.hops().subList(back, reply.hops().size());
    }

    Packet sent() {
        return verdict.request().packet();
    }
}
