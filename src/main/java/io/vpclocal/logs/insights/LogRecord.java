package io.vpclocal.logs.insights;

/**
 * One log event as a query sees it.
 *
 * @param timestamp milliseconds since 1970
 * @param ingestionTime milliseconds since 1970
 * @param log account and log group, {@code 123456789012:group}
 * @param pointer what {@code @ptr} shows, by which GetLogRecord finds the event again
 * @param discovery which fields the messages of its group have
 */
public record LogRecord(
        long timestamp,
        long ingestionTime,
        String message,
        String logStream,
        String log,
        String pointer,
        FieldDiscovery discovery) {}
