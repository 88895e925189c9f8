package io.vpclocal.flowlog.capture;

/**
 * A batch of which a flow log has something to deliver. Times in milliseconds since the epoch.
 *
 * @param earliest of its packets
 * @param latest of its packets
 * @param flows how many
 * @param capacity how many flows of a window each interface captured when it was accepted
 * @param deliveredUntil what was before is delivered; 0 if nothing is
 */
public record OutstandingBatch(long seq, long earliest, long latest, int flows, int capacity, long deliveredUntil) {

    /** When the part begins that is still to be delivered. */
    public long from() {
        return Math.max(earliest, deliveredUntil);
    }
}
