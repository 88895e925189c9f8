package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.util.List;

/** Delivers the records and then fails, as if the process died. */
record DyingSink(RecordSink sink) implements RecordSink {

    @Override
    public boolean serves(FlowLogEntity flowLog) {
        return sink.serves(flowLog);
    }

    @Override
    public long period(FlowLogEntity flowLog) {
        return sink.period(flowLog);
    }

    @Override
    public boolean periodByPeriod() {
        return sink.periodByPeriod();
    }

    @Override
    public void requireAccess(FlowLogEntity flowLog) {
        sink.requireAccess(flowLog);
    }

    @Override
    public void deliver(FlowLogEntity flowLog, List<FlowRecord> records) {
        sink.deliver(flowLog, records);
        throw new IllegalStateException("The process dies here");
    }
}
