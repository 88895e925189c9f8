package io.vpclocal.traffic.engine;

/**
 * Where a packet was stopped.
 *
 * @param hop the decision that stopped it, which is also the last hop of its path
 * @param packet its headers at that point
 */
public record Stop(StopCode code, Hop hop, Packet packet) {

    /** The reason in words, such as {@code no inbound rule of sg-1 allows tcp 443 from 10.0.1.5}. */
    public String reason() {
        return code.describe(hop, packet);
    }
}
