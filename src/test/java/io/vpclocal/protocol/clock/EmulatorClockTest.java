package io.vpclocal.protocol.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EmulatorClockTest {

    /** A time between two milliseconds, as usual for a machine's clock. */
    private static final Instant MACHINE = Instant.parse("2026-01-31T12:00:00.000999999Z");

    private final EmulatorClock clock = new EmulatorClock(Clock.fixed(MACHINE, ZoneOffset.UTC));

    @Test
    void advanceMovesByExactlyWhatWasAsked() {
        clock.advance(Duration.ofHours(1));
        assertThat(clock.shift()).isEqualTo(Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(-30));
        assertThat(clock.shift()).isEqualTo(Duration.ofMinutes(30));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-31T12:30:00.000Z"));
        clock.real();
        assertThat(clock.shift()).isZero();
    }

    @Test
    void advanceMovesAFrozenClockByExactlyWhatWasAsked() {
        clock.freeze();
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(1)));
    }
}
