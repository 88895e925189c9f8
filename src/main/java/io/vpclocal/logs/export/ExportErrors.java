package io.vpclocal.logs.export;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;

/** AWS's errors about export tasks. Codes: CloudWatch Logs API Reference. */
final class ExportErrors {

    private ExportErrors() {}

    /** As users of the service report it, some with the code AccessDeniedException. @param call {@code GetBucketAcl} or {@code PutObject} */
    static AwsException bucketDenied(String call) {
        return LogsErrors.invalidParameter(denial(call));
    }

    static String denial(String call) {
        return call + " call on the given bucket failed. Please check if CloudWatch Logs has been granted permission to"
                + " perform this operation.";
    }

    /** Recorded. */
    static AwsException noSuchBucket() {
        return LogsErrors.invalidParameter("The given bucket does not exist. Please make sure the bucket is valid.");
    }

    /** The message is from users' reports, the code is our guess. */
    static AwsException callerDenied() {
        return LogsErrors.invalidParameter(
                "Please ensure that the CreateExportTask caller has been granted s3:PutObject access to the bucket.");
    }

    static AwsException bucketUnreachable() {
        return new AwsException("ServiceUnavailableException", "The S3 endpoint does not answer.", 503);
    }

    /** The message is recorded. */
    static AwsException finished() {
        return new AwsException("InvalidOperationException", "The specified export task has already finished");
    }
}
