package io.vpclocal.logs.store;

/**
 * The limits of one page.
 *
 * @param events the most events
 * @param bytes the most bytes of its messages plus {@code overhead} for each
 * @param scanned the scanned message bytes after which a page ends early
 */
public record PageLimits(int events, long bytes, int overhead, long scanned) {}
