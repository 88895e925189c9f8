package io.vpclocal.control;

import io.vpclocal.protocol.clock.Ticker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops the emulator after {@code vpclocal.idle-timeout} without requests. */
@Component
class IdleShutdown extends Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(IdleShutdown.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final IdleTime idle;

    IdleShutdown(IdleTime idle, Shutdown ending) {
        super("idle-end", INTERVAL, () -> endIfIdle(idle, ending));
        this.idle = idle;
    }

    @Override
    public void start() {
        if (idle.limited()) {
            super.start();
        }
    }

    private static void endIfIdle(IdleTime idle, Shutdown ending) {
        if (idle.over()) {
            LOG.info("No request has arrived within vpclocal.idle-timeout. The emulator stops.");
            ending.begin();
        }
    }
}
