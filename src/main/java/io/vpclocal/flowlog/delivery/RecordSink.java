package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.util.List;

/** One kind of destination. */
interface RecordSink {

    /** True if the flow log's records go here. */
    boolean serves(FlowLogEntity flowLog);

    /** How much time is closed at once, in milliseconds: a multiple of the flow log's aggregation interval. */
    long period(FlowLogEntity flowLog);

    /** True if one delivery is of one period only. */
    boolean periodByPeriod();

    /**
     * Looks whether a delivery would be let in, without making one.
     *
     * @throws DeliveryFailedException if not
     */
    void requireAccess(FlowLogEntity flowLog);

    /**
     * Delivers records, which the caller's transaction notes as delivered.
     *
     * @throws DeliveryFailedException if they could not be delivered
     */
    void deliver(FlowLogEntity flowLog, List<FlowRecord> records);
}
