package io.vpclocal.logs.store;

/**
 * How much one page may take.
 *
 * @param events events in it
 * @param bytes bytes of its messages together with {@code overhead} for each
 * @param scanned bytes of messages looked at, after which a page ends early
 */
public record PageLimits(int events, long bytes, int overhead, long scanned) {}
