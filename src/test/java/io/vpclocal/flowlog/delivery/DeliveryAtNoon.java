package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Starts each test at noon with a new account. Time passes only when the test moves the clock. */
@EmulatorTest
abstract class DeliveryAtNoon {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    Aws aws;

    @Autowired
    EmulatorClock clock;

    @Autowired
    FlowLogCapture capture;

    @Autowired
    DeliveryRun run;

    FlowLogAccount account;

    @BeforeEach
    final void noon() {
        clock.freeze();
        clock.set(NOON);
        account = new FlowLogAccount(aws);
    }

    @AfterEach
    final void deliverTheRest() {
        run.flush();
        clock.real();
        clock.thaw();
    }
}
