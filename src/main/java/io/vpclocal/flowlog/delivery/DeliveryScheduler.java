package io.vpclocal.flowlog.delivery;

import io.vpclocal.protocol.clock.Ticker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks for windows to close, round after round. */
@Component
class DeliveryScheduler extends Ticker {

    DeliveryScheduler(ObjectProvider<DeliveryRun> run, DeliveryProperties properties) {
        super("flow-log-delivery", properties.pollInterval(), () -> run.getObject()
                .closeWindows());
    }
}
