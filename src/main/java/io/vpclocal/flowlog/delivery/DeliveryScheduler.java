package io.vpclocal.flowlog.delivery;

import io.vpclocal.protocol.clock.Ticker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts a delivery run at every poll interval. */
@Component
class DeliveryScheduler extends Ticker {

    DeliveryScheduler(ObjectProvider<DeliveryRun> run, DeliveryProperties properties) {
        super("flow-log-delivery", properties.pollInterval(), () -> run.getObject()
                .closeWindows());
    }
}
