package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.util.List;

/** A type of destination. */
interface RecordSink {

    /** True if the flow log delivers to this type. */
    boolean serves(FlowLogEntity flowLog);

    /** The length of the time closed at once, in milliseconds: a multiple of the flow log's aggregation interval. */
    long period(FlowLogEntity flowLog);

    /** True if one delivery covers exactly one period. */
    boolean periodByPeriod();

    /**
     * Checks the access to the destination without a delivery.
     *
     * @throws DeliveryFailedException if access is denied
     */
    void requireAccess(FlowLogEntity flowLog);

    /**
     * Delivers records. The caller's transaction marks them as delivered.
     *
     * @throws DeliveryFailedException if the delivery failed
     */
    void deliver(FlowLogEntity flowLog, List<FlowRecord> records);
}
