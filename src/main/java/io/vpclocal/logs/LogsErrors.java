package io.vpclocal.logs;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;

/** The errors of CloudWatch Logs, with its messages. */
public final class LogsErrors {

    private LogsErrors() {}

    /** Recorded for resource policies and policies of destinations that are not JSON or have no statement. */
    public static AwsException invalidAccessPolicy() {
        return invalidParameter("Error occurred while parsing accessPolicy. Please check if the accessPolicy has been"
                + " constructed correctly using IAM grammar.");
    }

    public static AwsException invalidParameter(String message) {
        return new AwsException("InvalidParameterException", message);
    }

    /** The error for a value that breaks a constraint of the service's model. */
    public static AwsException constraint(String member, Object value, String constraint) {
        return CommonErrors.constraint(AwsService.LOGS, member, value, constraint);
    }

    /** Recorded: group names and stream names that are too long have the same message. */
    public static AwsException nameTooLong() {
        return invalidParameter("Invalid LogGroup or LogStream, both must have length less than or equal to "
                + LogsLimits.NAME_LENGTH + ".");
    }

    /** The code is documented. UNVERIFIED: the message. */
    public static AwsException tooManyTags() {
        return new AwsException(
                "TooManyTagsException",
                "The limit of " + LogsLimits.TAGS_PER_RESOURCE + " tags per resource is exceeded.");
    }

    public static AwsException groupNotFound() {
        return noSuch("log group");
    }

    /** The message as users of the service report it. */
    public static AwsException onlyStandard() {
        return new AwsException("ValidationException", "This operation is only supported on the Standard log class.");
    }

    /** A destination that is a function of another account. Recorded from AWS. */
    public static AwsException crossAccountFunction() {
        return new AwsException(
                "AccessDeniedException",
                "Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to"
                        + " create cross account lambda triggers.");
    }

    /** The message as users of the service report it for PutRetentionPolicy. UNVERIFIED: the code. */
    public static AwsException notForDelivery() {
        return new AwsException("ValidationException", "This operation is not supported for Delivery log class");
    }

    public static AwsException streamNotFound() {
        return noSuch("log stream");
    }

    public static AwsException groupExists() {
        return exists("group");
    }

    public static AwsException streamExists() {
        return exists("stream");
    }

    /** Recorded: DescribeLogStreams answers this code, although its model does not list it. */
    public static AwsException nameAndIdentifier() {
        return new AwsException(
                "ValidationException", "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    }

    public static AwsException invalidToken() {
        return invalidParameter("The specified nextToken is invalid.");
    }

    public static AwsException limitExceeded() {
        return new AwsException("LimitExceededException", "Resource limit exceeded.");
    }

    /** @param noun what the message calls it, such as {@code metric filter} */
    public static AwsException noSuch(String noun) {
        return notFound("The specified " + noun + " does not exist.");
    }

    private static AwsException exists(String noun) {
        return new AwsException("ResourceAlreadyExistsException", "The specified log " + noun + " already exists");
    }

    /** An error of something else that is not there. */
    public static AwsException notFound(String message) {
        return new AwsException("ResourceNotFoundException", message);
    }
}
