package io.vpclocal.protocol.clock;

/** Called when the emulator's time was moved, before the response is sent. Listeners run work that became due. */
public interface ClockListener {

    void clockMoved(ClockMoved moved);
}
