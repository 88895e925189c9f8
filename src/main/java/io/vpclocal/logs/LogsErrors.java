package io.vpclocal.logs;

import io.vpclocal.protocol.AwsException;

/** The errors of CloudWatch Logs, in its words. */
final class LogsErrors {

    private LogsErrors() {}

    static AwsException invalidParameter(String message) {
        return new AwsException("InvalidParameterException", message);
    }

    /** A value that breaks a constraint of the service's model. */
    static AwsException constraint(String member, Object value, String constraint) {
        return invalidParameter("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: " + constraint);
    }

    /** Recorded: the one text for names of groups and of streams that are too long. */
    static AwsException nameTooLong() {
        return invalidParameter("Invalid LogGroup or LogStream, both must have length less than or equal to "
                + LogsLimits.NAME_LENGTH + ".");
    }

    /** The words are our guess; AWS documents the code. */
    static AwsException tooManyTags() {
        return new AwsException(
                "TooManyTagsException",
                "The limit of " + LogsLimits.TAGS_PER_RESOURCE + " tags per resource is exceeded.");
    }
}
