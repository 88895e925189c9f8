package io.vpclocal.flowlog.capture;

import io.vpclocal.flowlog.subscription.FlowLogDeleted;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import org.springframework.stereotype.Component;

/** Stops the delivery of a deleted flow log at once. AWS may deliver for some minutes more. */
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
