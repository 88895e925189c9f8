package io.vpclocal.logs;

import java.time.Duration;
import java.util.List;

/** Limits of CloudWatch Logs. AWS documentation: "CloudWatch Logs quotas" and the API reference. */
public final class LogsLimits {

    /** Characters of a log group or log stream name. */
    public static final int NAME_LENGTH = 512;

    public static final int GROUPS_PER_REGION = 1_000_000;

    public static final int EVENTS_PER_PUT = 10_000;
    /** The bytes of all messages in UTF-8 plus {@link #EVENT_OVERHEAD} per event. */
    public static final int BYTES_PER_PUT = 1_048_576;

    public static final int EVENT_OVERHEAD = 26;
    /** The time between the first and the last event of one put. */
    public static final Duration SPAN_OF_PUT = Duration.ofHours(24);

    public static final Duration TOO_NEW = Duration.ofHours(2);
    public static final Duration TOO_OLD = Duration.ofDays(14);

    public static final int EVENTS_PER_PAGE = 10_000;
    public static final int BYTES_PER_PAGE = 1_048_576;
    public static final int DESCRIBED_PER_PAGE = 50;
    /** For ListLogGroups and DescribeQueries. */
    public static final int LISTED_PER_PAGE = 1000;

    public static final int KMS_KEY_LENGTH = 256;
    public static final Duration TOKEN_LIFE = Duration.ofHours(24);
    public static final int STREAMS_PER_FILTER = 100;

    public static final int FILTER_NAME_LENGTH = 512;
    public static final int FILTER_PATTERN_LENGTH = 1024;
    public static final int METRIC_NAME_LENGTH = 255;
    public static final int METRIC_FILTERS_PER_GROUP = 100;
    public static final int METRIC_TRANSFORMATIONS = 1;
    public static final int METRIC_DIMENSIONS = 3;
    public static final int MESSAGES_PER_TEST = 50;
    /** Recorded. AWS's newest quota page says 5. */
    public static final int SUBSCRIPTION_FILTERS_PER_GROUP = 2;

    public static final int REGEX_FILTERS_PER_GROUP = 5;

    public static final int TAGS_PER_RESOURCE = 50;
    public static final int TAG_KEY_LENGTH = 128;
    public static final int TAG_VALUE_LENGTH = 256;

    /** Per account and Region. */
    public static final int RESOURCE_POLICIES = 10;

    public static final int ACCOUNT_POLICY_LENGTH = 5120;
    public static final int RESOURCE_POLICY_LENGTH = 51_200;

    public static final int QUERY_LENGTH = 10_000;
    public static final int CONCURRENT_QUERIES = 100;
    public static final int GROUPS_PER_QUERY = 50;
    public static final Duration QUERY_TIMEOUT = Duration.ofMinutes(60);
    public static final Duration QUERY_RESULT_LIFE = Duration.ofDays(7);

    /** The only retention periods of a log group, in days. */
    public static final List<Integer> RETENTION_DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogsLimits() {}
}
