package io.vpclocal.logs;

import java.time.Duration;

/** The retention of a log group: one of {@link LogsLimits#RETENTION_DAYS}. */
public record RetentionDays(int days) {

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} for any other number of days */
    public RetentionDays {
        if (!LogsLimits.RETENTION_DAYS.contains(days)) {
            throw LogsErrors.invalidParameter(
                    "Invalid retention value. Valid values are: " + LogsLimits.RETENTION_DAYS);
        }
    }

    /** True if an event of that time has expired; both times in milliseconds since 1970. */
    public boolean expired(long timestamp, long now) {
        return timestamp < now - Duration.ofDays(days).toMillis();
    }
}
