package io.vpclocal.logs.export;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateExportTaskRequest;

/**
 * What a request to export logs asks for.
 *
 * @param streamPrefix null for all streams
 * @param from the first timestamp, inclusive, milliseconds since 1970
 * @param to the last timestamp, inclusive
 * @param keyPrefix null if the request does not choose one
 */
record NewExport(
        @Nullable String taskName,
        String groupName,
        @Nullable String streamPrefix,
        long from,
        long to,
        String bucket,
        @Nullable String keyPrefix) {

    private static final String DEFAULT_PREFIX = "exportedlogs";
    /** The names that S3 permits. They are also safe as names of directories. */
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int NAME_LENGTH = 512;
    /** The longest key of an S3 object, without the part that the task adds. */
    private static final int PREFIX_LENGTH = 900;

    /** @throws AwsException {@code InvalidParameterException} */
    static NewExport of(CreateExportTaskRequest request) {
        String group = Constraints.require(request.logGroupName(), "logGroupName");
        String bucket = Constraints.require(request.destination(), "destination");
        long from = Constraints.time(Constraints.require(request.from(), "from"), "from", 0);
        long to = Constraints.time(Constraints.require(request.to(), "to"), "to", 0);
        Constraints.length("destination", bucket, 1, NAME_LENGTH);
        length("taskName", request.taskName());
        length("logStreamNamePrefix", request.logStreamNamePrefix());
        String prefix = request.destinationPrefix();
        if (prefix != null) {
            checkPrefix(prefix);
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw ExportErrors.bucketDenied("GetBucketAcl");
        }
        if (from > to) {
            throw LogsErrors.invalidParameter("The start time must not be after the end time.");
        }
        return new NewExport(request.taskName(), group, request.logStreamNamePrefix(), from, to, bucket, prefix);
    }

    String prefix() {
        return Objects.requireNonNullElse(keyPrefix, DEFAULT_PREFIX);
    }

    /** A key below the prefix. */
    String key(String rest) {
        return below(prefix(), rest);
    }

    /** The object that tests the permission. Recorded: the default prefix does not apply to it. */
    String testKey() {
        return below(Objects.requireNonNullElse(keyPrefix, ""), "aws-logs-write-test");
    }

    private static String below(String prefix, String rest) {
        return prefix.isEmpty() ? rest : prefix + "/" + rest;
    }

    private static void checkPrefix(String prefix) {
        Constraints.length("destinationPrefix", prefix, 0, PREFIX_LENGTH);
        if (CONTROL.matcher(prefix).find()) {
            throw LogsErrors.invalidParameter("The destination prefix must not have control characters.");
        }
    }

    private static void length(String member, @Nullable String value) {
        if (value != null) {
            Constraints.length(member, value, 1, NAME_LENGTH);
        }
    }
}
