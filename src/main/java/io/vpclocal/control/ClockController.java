package io.vpclocal.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.protocol.PlainText;
import io.vpclocal.protocol.clock.EmulatorClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The emulator's clock. Nodes that share a database have separate clocks. */
@Tag(name = "control")
@RestController
@RequestMapping("/_vpclocal/clock")
class ClockController {

    private static final Instant EARLIEST = Instant.EPOCH;

    /** SDKs cannot read years after 9999. A century is left for the clock to run, and for times in its future. */
    private static final Instant LATEST = Instant.parse("9899-12-31T23:59:59Z");

    private final EmulatorClock clock;

    ClockController(EmulatorClock clock) {
        this.clock = clock;
    }

    /**
     * @param frozen whether the clock is stopped
     * @param shift its difference from the machine's time
     */
    record Reading(Instant time, boolean frozen, Duration shift) implements PlainText {

        @Override
        public String plainText() {
            return time + (frozen ? ", frozen" : "") + (shift.isZero() ? "" : ", moved by " + shift) + "\n";
        }
    }

    /**
     * Changes of the clock, in the order in which they are applied.
     *
     * @param real true to go back to the machine's time
     * @param frozen true to stop the clock, false to start it
     * @param time the time to set
     * @param advance how far to move it on, as an ISO 8601 duration; negative to move it back
     */
    record Change(
            @Nullable Boolean real,
            @Nullable Boolean frozen,
            @Nullable Instant time,
            @Nullable Duration advance) {}

    @Operation(summary = "The emulator's time")
    @GetMapping
    Reading read() {
        return new Reading(clock.instant(), clock.frozen(), clock.shift());
    }

    @Operation(summary = "Set, advance, freeze or thaw the emulator's time (of this node)")
    @PutMapping
    synchronized Reading change(@RequestBody Change change) {
        boolean real = Boolean.TRUE.equals(change.real());
        if (!real && change.time() == null && change.advance() == null && change.frozen() == null) {
            throw ControlErrors.invalid(
                    "The request changes nothing. Give at least one of real, time, advance and frozen.");
        }
        if (real && Boolean.TRUE.equals(change.frozen())) {
            throw ControlErrors.invalid(
                    "The machine's time cannot be frozen. Use either \"real\":true or \"frozen\":true.");
        }
        Instant target = target(change, real);
        if (real) {
            clock.real();
        }
        if (change.frozen() != null) {
            freeze(change.frozen());
        }
        if (change.time() == null && change.advance() != null) {
            clock.advance(change.advance());
        } else if (target != null) {
            clock.set(target);
        }
        return read();
    }

    private void freeze(boolean frozen) {
        if (frozen) {
            clock.freeze();
        } else if (clock.frozen()) {
            clock.thaw();
        }
    }

    private @Nullable Instant target(Change change, boolean real) {
        if (change.time() == null && change.advance() == null) {
            return null;
        }
        Instant now = real ? clock.instant().minus(clock.shift()) : clock.instant();
        try {
            Instant target = change.time() == null ? now : change.time();
            target = change.advance() == null ? target : target.plus(change.advance());
            if (!target.isBefore(EARLIEST) && !target.isAfter(LATEST)) {
                return target;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw ControlErrors.invalid("The time is out of range: " + e.getMessage());
        }
        throw ControlErrors.invalid("The time must be between " + EARLIEST + " and " + LATEST + ".");
    }
}
