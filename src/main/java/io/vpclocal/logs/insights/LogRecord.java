package io.vpclocal.logs.insights;

/**
 * One log event as input of a query.
 *
 * @param timestamp milliseconds since 1970
 * @param ingestionTime milliseconds since 1970
 * @param log account and log group, {@code 123456789012:group}
 * @param pointer the value of {@code @ptr}, which GetLogRecord uses to find the event
 * @param discovery finds the fields of the group's messages
 */
public record LogRecord(
        long timestamp,
        long ingestionTime,
        String message,
        String logStream,
        String log,
        String pointer,
        FieldDiscovery discovery) {}
