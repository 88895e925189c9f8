package io.vpclocal.flowlog.capture;

import io.vpclocal.flowlog.subscription.FlowLogDeleted;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import org.springframework.stereotype.Component;

/** A deleted flow log delivers nothing more (AWS may go on for some minutes). */
@Component
class DeletedFlowLogs implements FlowLogDeleted {

    private final TrafficStore traffic;

    DeletedFlowLogs(TrafficStore traffic) {
        this.traffic = traffic;
    }

    @Override
    public void flowLogDeleted(FlowLogEntity flowLog) {
        traffic.forget(flowLog.id());
    }
}
