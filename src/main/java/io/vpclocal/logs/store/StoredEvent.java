package io.vpclocal.logs.store;

/**
 * A log event as a stream keeps it.
 *
 * @param timestamp when it happened, milliseconds since 1970
 * @param ingestionTime when it was put, milliseconds since 1970
 */
public record StoredEvent(long timestamp, long ingestionTime, String message) {}
