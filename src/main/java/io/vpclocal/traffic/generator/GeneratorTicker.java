package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.clock.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets generators send, round after round, while the emulator's time goes by. */
@Component
class GeneratorTicker extends Ticker {

    /** @param interval how often it is looked for flows to send */
    GeneratorTicker(
            ObjectProvider<GeneratorRun> run, @Value("${vpclocal.traffic.generator-interval:1s}") Duration interval) {
        super("traffic-generators", interval, () -> run.getObject().run());
    }
}
