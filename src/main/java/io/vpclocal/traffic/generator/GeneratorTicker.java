package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.clock.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs the generators at a fixed interval. */
@Component
class GeneratorTicker extends Ticker {

    /** @param interval the time between two runs */
    GeneratorTicker(
            ObjectProvider<GeneratorRun> run, @Value("${vpclocal.traffic.generator-interval:1s}") Duration interval) {
        super("traffic-generators", interval, () -> run.getObject().run());
    }
}
