package io.vpclocal.protocol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The emulator's time in whole milliseconds: the machine's, shifted, or standing still. */
@Component
public class EmulatorClock extends Clock {

    private final Clock machine;
    private volatile Setting setting = new Setting(Duration.ZERO, null);

    EmulatorClock() {
        this(Clock.systemUTC());
    }

    public EmulatorClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        Setting now = setting;
        Instant instant = now.frozen == null ? machine.instant().plus(now.shift) : now.frozen;
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Time goes on from the given instant, or stays there if it stands still. */
    public synchronized void set(Instant instant) {
        setting = setting.frozen == null
                ? new Setting(Duration.between(machine.instant(), instant), null)
                : new Setting(setting.shift, instant);
    }

    public synchronized void advance(Duration by) {
        set(instant().plus(by));
    }

    /** Time stands still from now on; {@link #set} and {@link #advance} move it. */
    public synchronized void freeze() {
        setting = new Setting(setting.shift, instant());
    }

    /** Time goes on from where it stood still. */
    public synchronized void thaw() {
        setting = new Setting(Duration.between(machine.instant(), instant()), null);
    }

    /** Back to the machine's time. */
    public synchronized void real() {
        setting = new Setting(Duration.ZERO, null);
    }

    public boolean frozen() {
        return setting.frozen != null;
    }

    /** How far the emulator's time is from the machine's. */
    public Duration shift() {
        return Duration.between(machine.instant(), instant());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The emulator knows UTC only, as AWS does. */
    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }

    private record Setting(Duration shift, @Nullable Instant frozen) {}
}
