package io.vpclocal.flowlog.subscription;

/** Called in the transaction that deletes a flow log. */
public interface FlowLogDeleted {

    void flowLogDeleted(FlowLogEntity flowLog);
}
