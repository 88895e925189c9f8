package io.vpclocal.protocol;

import java.time.Instant;

/**
 * Published after someone moved the emulator's time, and handled before they get their answer: what was due in between can
 * be done at once.
 *
 * @param before what time it was
 * @param after what time it is
 */
public record ClockMoved(Instant before, Instant after) {}
