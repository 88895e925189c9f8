package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The idle limit; our design. */
class IdleTimeTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final IdleTime idle = new IdleTime(LIMIT, now::get);

    @Test
    void itEndsAfterTheLimitWithoutRequests() {
        pass(LIMIT.minusNanos(1));
        assertThat(idle.over()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(idle.over()).isTrue();
    }

    @Test
    void idleTimeStartsAtTheEndOfTheLastRequest() {
        pass(LIMIT.minusNanos(1));
        assertThat(idle.enter()).isTrue();
        pass(LIMIT.multipliedBy(2));
        assertThat(idle.over()).as("a request runs").isFalse();
        assertThat(idle.enter()).isTrue();
        idle.leave();
        pass(LIMIT);
        assertThat(idle.over()).as("the other request runs still").isFalse();
        idle.leave();
        pass(LIMIT.minusNanos(1));
        assertThat(idle.over()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(idle.over()).isTrue();
    }

    @Test
    void aRequestAfterTheLimitDoesNotRun() {
        pass(LIMIT);
        assertThat(idle.over()).isTrue();
        assertThat(idle.enter()).isFalse();
        assertThat(idle.over()).isTrue();
    }

    @Test
    void withoutALimitItNeverEnds() {
        IdleTime endless = new IdleTime(null, now::get);
        pass(Duration.ofDays(365));
        assertThat(endless.limited()).isFalse();
        assertThat(endless.over()).isFalse();
        assertThat(endless.enter()).isTrue();
    }

    @Test
    void aLimitOfZeroIsRefused() {
        assertThatThrownBy(() -> new IdleTime(Duration.ZERO, now::get)).hasMessageContaining("vpclocal.idle-timeout");
        assertThatThrownBy(() -> new IdleTime(Duration.ofSeconds(-1), now::get))
                .hasMessageContaining("Use a positive duration");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
