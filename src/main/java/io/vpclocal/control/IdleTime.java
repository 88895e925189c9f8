package io.vpclocal.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Measures the time without running requests and compares it with {@code vpclocal.idle-timeout}. */
@Component
class IdleTime {

    private final @Nullable Duration limit;
    private final LongSupplier nanoTime;
    private int running;
    private long since;
    private boolean over;

    /** @param limit null for none */
    @Autowired
    IdleTime(@Value("${vpclocal.idle-timeout:#{null}}") @Nullable Duration limit) {
        this(limit, System::nanoTime);
    }

    /** @param nanoTime a monotonic clock */
    IdleTime(@Nullable Duration limit, LongSupplier nanoTime) {
        if (limit != null && (limit.isZero() || limit.isNegative())) {
            throw new IllegalArgumentException(
                    "vpclocal.idle-timeout is " + limit + ". Use a positive duration, such as 10m, or leave it out.");
        }
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    boolean limited() {
        return limit != null;
    }

    /** Begins a request. Returns false if the emulator is stopping; the request must not run then. */
    synchronized boolean enter() {
        if (over) {
            return false;
        }
        running++;
        return true;
    }

    synchronized void leave() {
        running--;
        since = nanoTime.getAsLong();
    }

    /** True after the limit has been reached once. */
    synchronized boolean over() {
        if (limit != null && running == 0 && nanoTime.getAsLong() - since >= limit.toNanos()) {
            over = true;
        }
        return over;
    }
}
