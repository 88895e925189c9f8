package io.vpclocal.logs.group;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;

/** Errors for groups and streams, in addition to {@link io.vpclocal.logs.LogsErrors}. */
final class LogGroupErrors {

    private LogGroupErrors() {}

    /** The code is documented. UNVERIFIED: the message. */
    static AwsException protectedFromDeletion() {
        return new AwsException(
                "ValidationException",
                "The log group cannot be deleted because deletion protection is enabled for it.");
    }

    /** Recorded. */
    static AwsException prefixAndPattern() {
        return LogsErrors.invalidParameter(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }

    /** The rule is documented. UNVERIFIED: the message. */
    static AwsException identifiersAndNames() {
        return LogsErrors.invalidParameter(
                "LogGroup identifiers cannot be combined with a LogGroup name prefix or pattern.");
    }

    /** Quoted by users of the service. */
    static AwsException prefixWithLastEventTime() {
        return LogsErrors.invalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
    }

    /** Users report this error for an ARN that ends with {@code :*}, although the model does not list the code. */
    static AwsException notATaggableArn() {
        return new AwsException("ValidationException", "Invalid resourceArn");
    }

    /** UNVERIFIED: the message. */
    static AwsException invalidKey(String keyId) {
        return LogsErrors.invalidParameter("The specified KMS Key Id is not a valid key ARN: " + keyId);
    }
}
