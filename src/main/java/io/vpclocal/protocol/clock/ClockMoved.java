package io.vpclocal.protocol.clock;

import java.time.Instant;

/**
 * That someone moved the emulator's time.
 *
 * @param before what time it was
 * @param after what time it is
 */
public record ClockMoved(Instant before, Instant after) {}
