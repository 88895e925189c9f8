package io.vpclocal.logs.export;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;

/** AWS's errors about export tasks. Codes: CloudWatch Logs API Reference. */
final class ExportErrors {

    private ExportErrors() {}

    /** As users of the service report it. @param call {@code GetBucketAcl} or {@code PutObject} */
    static AwsException bucketDenied(String call) {
        return LogsErrors.invalidParameter(denial(call));
    }

    static String denial(String call) {
        return call + " call on the given bucket failed. Please check if CloudWatch Logs has been granted permission to"
                + " perform this operation.";
    }

    static AwsException bucketUnreachable() {
        return new AwsException("ServiceUnavailableException", "The S3 endpoint does not answer.", 503);
    }

    static AwsException bucketMissing() {
        return LogsErrors.invalidParameter("The given bucket does not exist. Please make sure the bucket is valid.");
    }

    static AwsException finished() {
        return new AwsException("InvalidOperationException", "The specified export task has already finished");
    }
}
