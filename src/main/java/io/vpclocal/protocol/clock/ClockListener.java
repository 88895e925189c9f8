package io.vpclocal.protocol.clock;

/** Told that the emulator's time was moved, before whoever moved it gets an answer: what was due in between can be done. */
public interface ClockListener {

    void clockMoved(ClockMoved moved);
}
