package io.vpclocal.flowlog.subscription;

/** Told of the end of a flow log, in the transaction that deletes it. */
public interface FlowLogDeleted {

    void flowLogDeleted(FlowLogEntity flowLog);
}
