package io.vpclocal.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The time of an emulator, which is the same for all accounts. Each change answers the time after it. */
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
     * @param frozen whether time stands still
     * @param shift how far it is from the machine's time
     */
    public record Reading(Instant time, boolean frozen, Duration shift) {}

    /** The time, and how it goes. */
    public Reading read() {
        return Json.read(http.get(PATH), Reading.class);
    }

    /** The emulator's time. */
    public Instant now() {
        return read().time();
    }

    /** Time goes on from there, or stays there if it stands still. */
    public Instant set(Instant time) {
        return change("time", time);
    }

    /** Moves time on. @param by negative to move time back */
    public Instant advance(Duration by) {
        return change("advance", by);
    }

    /** Time stands still from now on; {@link #set} and {@link #advance} move it. */
    public Instant freeze() {
        return change("frozen", true);
    }

    /** Time goes on from where it stood still. */
    public Instant thaw() {
        return change("frozen", false);
    }

    /** Back to the machine's time. */
    public Instant real() {
        return change("real", true);
    }

    /** Back to the machine's time, if it was changed here. */
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
