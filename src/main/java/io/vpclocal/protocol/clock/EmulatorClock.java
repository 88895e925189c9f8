package io.vpclocal.protocol.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The emulator's time in whole milliseconds: the machine's time, shifted time, or stopped time. */
@Component
public class EmulatorClock extends Clock {

    private final Clock machine;
    private final Consumer<ClockMoved> listeners;
    private volatile Setting setting = new Setting(Duration.ZERO, null);

    @Autowired
    EmulatorClock(ObjectProvider<ClockListener> listeners) {
        this(Clock.systemUTC(), moved -> listeners.orderedStream().forEach(listener -> listener.clockMoved(moved)));
    }

    /** A clock without listeners. */
    public EmulatorClock(Clock machine) {
        this(machine, moved -> {});
    }

    private EmulatorClock(Clock machine, Consumer<ClockMoved> listeners) {
        this.machine = machine;
        this.listeners = listeners;
    }

    @Override
    public Instant instant() {
        Setting now = setting;
        Instant instant = now.frozen == null ? machine.instant().plus(now.shift) : now.frozen;
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Sets the time. The clock continues from there, or stays there if it is stopped. */
    public void set(Instant instant) {
        move(now -> at(now, instant));
    }

    public void advance(Duration by) {
        move(now -> now.frozen == null
                ? new Setting(now.shift.plus(by), null)
                : new Setting(now.shift, now.frozen.plus(by)));
    }

    /** Stops the clock. {@link #set} and {@link #advance} still move it. */
    public synchronized void freeze() {
        setting = new Setting(setting.shift, instant());
    }

    /** Starts a stopped clock again. */
    public synchronized void thaw() {
        setting = new Setting(Duration.between(machine.instant(), instant()), null);
    }

    /** Returns to the machine's time. */
    public void real() {
        move(now -> new Setting(Duration.ZERO, null));
    }

    private void move(UnaryOperator<Setting> change) {
        ClockMoved moved;
        synchronized (this) {
            Instant before = instant();
            setting = change.apply(setting);
            moved = new ClockMoved(before, instant());
        }
        listeners.accept(moved);
    }

    private Setting at(Setting now, Instant instant) {
        return now.frozen == null
                ? new Setting(Duration.between(machine.instant(), instant), null)
                : new Setting(now.shift, instant);
    }

    public boolean frozen() {
        return setting.frozen != null;
    }

    /** The emulator's time minus the machine's time. */
    public Duration shift() {
        Setting now = setting;
        return now.frozen == null ? now.shift : Duration.between(machine.instant(), now.frozen);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Only UTC is supported, as at AWS. */
    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }

    private record Setting(Duration shift, @Nullable Instant frozen) {}
}
