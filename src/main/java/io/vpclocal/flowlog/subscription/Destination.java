package io.vpclocal.flowlog.subscription;

import io.vpclocal.protocol.Scope;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The destination of a flow log's records.
 *
 * @param arn {@code LogDestination} without a trailing {@code :*}; null if a group name was given
 */
public sealed interface Destination {

    String CLOUD_WATCH_LOGS = "cloud-watch-logs";
    String S3 = "s3";
    String FIREHOSE = "kinesis-data-firehose";

    @Nullable
    String arn();

    /**
     * @param scope the account and Region of the log group
     * @param group the group's name; the group may be missing
     */
    record LogGroup(@Nullable String arn, Scope scope, String group) implements Destination {

        private static final Pattern ARN = Pattern.compile(
                "arn:aws[\\w-]*:logs:([a-z0-9-]+):(\\d{12}):log-group:([.\\-_/#A-Za-z0-9]{1,512})(:\\*)?");

        private static final Pattern NAME = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");

        static LogGroup named(Scope scope, String name) {
            if (!NAME.matcher(name).matches()) {
                throw FlowLogErrors.invalidDestination(name);
            }
            return new LogGroup(null, scope, name);
        }

        static LogGroup of(String arn) {
            Matcher matcher = ARN.matcher(arn);
            if (!matcher.matches()) {
                throw FlowLogErrors.invalidDestination(arn);
            }
            String whole = matcher.group(4) == null ? arn : arn.substring(0, arn.length() - 2);
            return new LogGroup(whole, new Scope(matcher.group(2), matcher.group(1)), matcher.group(3));
        }
    }

    /** @param prefix prefix of the keys, without slashes at its ends; may be empty */
    record Bucket(String arn, String bucket, String prefix) implements Destination {

        private static final Pattern ARN =
                Pattern.compile("arn:aws[\\w-]*:s3:::([a-z0-9][a-z0-9.\\-]{1,61}[a-z0-9])(?:/(.{0,900}))?");

        static Bucket of(String arn) {
            Matcher matcher = ARN.matcher(arn);
            if (!matcher.matches()) {
                throw FlowLogErrors.invalidDestination(arn);
            }
            String path = matcher.group(2) == null ? "" : matcher.group(2);
            String prefix = path.replaceAll("^/+|/+$", "");
            if (Arrays.asList(prefix.split("/")).contains("AWSLogs")) {
                throw FlowLogErrors.reservedPrefix();
            }
            return new Bucket(arn, matcher.group(1), prefix);
        }
    }
}
