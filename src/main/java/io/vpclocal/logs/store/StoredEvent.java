package io.vpclocal.logs.store;

/**
 * A log event in a stream.
 *
 * @param timestamp time of the event, milliseconds since 1970
 * @param ingestionTime time of the put, milliseconds since 1970
 */
public record StoredEvent(long timestamp, long ingestionTime, String message) {}
