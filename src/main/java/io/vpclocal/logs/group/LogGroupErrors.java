package io.vpclocal.logs.group;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;

/** What CloudWatch Logs says of groups and streams it does not accept, beyond what the whole module says. */
final class LogGroupErrors {

    private LogGroupErrors() {}

    /** The code is documented, the words are our guess. */
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

    /** Documented rule; the words are our guess. */
    static AwsException identifiersAndNames() {
        return LogsErrors.invalidParameter(
                "LogGroup identifiers cannot be combined with a LogGroup name prefix or pattern.");
    }

    /** Quoted by users of the service. */
    static AwsException prefixWithLastEventTime() {
        return LogsErrors.invalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
    }

    /** As users report it of an ARN with {@code :*} at its end, though the model does not list the code. */
    static AwsException notATaggableArn() {
        return new AwsException("ValidationException", "Invalid resourceArn");
    }

    /** The words are our guess. */
    static AwsException invalidKey(String keyId) {
        return LogsErrors.invalidParameter("The specified KMS Key Id is not a valid key ARN: " + keyId);
    }
}
