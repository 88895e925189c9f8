package io.vpclocal.protocol.clock;

import java.time.Instant;

/**
 * Event: the emulator's time was moved.
 *
 * @param before the time before
 * @param after the time after
 */
public record ClockMoved(Instant before, Instant after) {}
