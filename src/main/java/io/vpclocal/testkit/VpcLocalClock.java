package io.vpclocal.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The clock of an emulator, shared by all accounts. Each change returns the new time. */
public final class VpcLocalClock {

    private static final String PATH = "/_vpclocal/clock";

    private final ControlHttp http;
    private final AtomicBoolean changed = new AtomicBoolean();

    VpcLocalClock(ControlHttp http) {
        this.http = http;
    }

    /**
     * What the clock shows.
     *
     * @param frozen whether the clock is stopped
     * @param shift its difference from the machine's time
     */
    public record Reading(Instant time, boolean frozen, Duration shift) {}

    /** The time and the state of the clock. */
    public Reading read() {
        return Json.read(http.get(PATH), Reading.class);
    }

    /** The emulator's time. */
    public Instant now() {
        return read().time();
    }

    /** Sets the time. A running clock continues from there; a stopped clock stays there. */
    public Instant set(Instant time) {
        return change("time", time);
    }

    /** Advances the clock. @param by negative to move it back */
    public Instant advance(Duration by) {
        return change("advance", by);
    }

    /** Stops the clock. {@link #set} and {@link #advance} still move it. */
    public Instant freeze() {
        return change("frozen", true);
    }

    /** Starts a stopped clock. */
    public Instant thaw() {
        return change("frozen", false);
    }

    /** Sets the clock to the machine's time. */
    public Instant real() {
        return change("real", true);
    }

    /** Sets the clock to the machine's time if this client has changed it. */
    void undo() {
        if (changed.get()) {
            real();
            changed.set(false);
        }
    }

    private Instant change(String what, Object value) {
        changed.set(true);
        return Json.read(http.put(PATH, Members.NONE.with(what, value).map()), Reading.class)
                .time();
    }
}
