package io.vpclocal.flowlog.capture;

/**
 * A batch that a flow log has not delivered completely. Times are in milliseconds since the epoch.
 *
 * @param earliest time of the first packet
 * @param latest time of the last packet
 * @param flows number of flows
 * @param capacity the flows that each interface captured per window when the batch was accepted
 * @param deliveredUntil the flow log has delivered everything before this time; 0 if nothing
 */
public record OutstandingBatch(long seq, long earliest, long latest, int flows, int capacity, long deliveredUntil) {

    /** The start of the part that is still to be delivered. */
    public long from() {
        return Math.max(earliest, deliveredUntil);
    }
}
