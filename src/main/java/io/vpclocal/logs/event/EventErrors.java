package io.vpclocal.logs.event;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;

/** CloudWatch Logs' errors for event batches and searches. */
final class EventErrors {

    private EventErrors() {}

    /** Recorded. */
    static AwsException notChronological() {
        return LogsErrors.invalidParameter(
                "Log events in a single PutLogEvents request must be in chronological order.");
    }

    /** Quoted by users of the service. */
    static AwsException spanTooLong() {
        return LogsErrors.invalidParameter(
                "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
    }

    /** Quoted by users of the service. */
    static AwsException tooLarge(long bytes) {
        return LogsErrors.invalidParameter(
                "Upload too large: " + bytes + " bytes exceeds limit of " + LogsLimits.BYTES_PER_PUT);
    }

    static AwsException missing(String member) {
        return CommonErrors.missingParameter(AwsService.LOGS, member);
    }

    /** The rule is documented. UNVERIFIED: the message. */
    static AwsException streamNamesAndPrefix() {
        return LogsErrors.invalidParameter("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
    }

    /** The rule is documented. UNVERIFIED: the message. */
    static AwsException newestFirstTooEarly() {
        return LogsErrors.invalidParameter(
                "startFromHead can be false only if startTime is on or after January 1, 2024.");
    }
}
