package io.vpclocal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/**
 * Denials of users without permission. Code, text and resource are recorded from AWS for CreateLogGroup and
 * DescribeLogGroups. The resource of each action: AWS documentation, Service Authorization Reference.
 */
@EmulatorTest
class DenialTest {

    private static final String GROUP = "/flows";
    private static final String STREAM = "eni-1-all";
    private static final String GROUP_RESOURCE = "log-group:/flows:log-stream:";
    private static final String STREAM_RESOURCE = GROUP_RESOURCE + STREAM;

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private final String account = Aws.newAccount();
    private CloudWatchLogsClient root;

    @BeforeEach
    void group() {
        root = aws.logs(Aws.root(account), Region.US_EAST_1);
        root.createLogGroup(r -> r.logGroupName(GROUP));
        root.createLogStream(r -> r.logGroupName(GROUP).logStreamName(STREAM));
    }

    /** @param resource the part of the ARN after the account; null if the denial has no resource */
    private record Case(String action, @Nullable String resource, Consumer<CloudWatchLogsClient> call) {

        @Override
        public String toString() {
            return action;
        }
    }

    static Stream<Case> groupAndStreamActions() {
        return Stream.of(
                new Case(
                        "CreateLogGroup",
                        "log-group:/new:log-stream:",
                        c -> c.createLogGroup(r -> r.logGroupName("/new"))),
                new Case("DeleteLogGroup", GROUP_RESOURCE, c -> c.deleteLogGroup(r -> r.logGroupName(GROUP))),
                new Case("DescribeLogGroups", "log-group::log-stream:", CloudWatchLogsClient::describeLogGroups),
                new Case(
                        "PutRetentionPolicy",
                        GROUP_RESOURCE,
                        c -> c.putRetentionPolicy(r -> r.logGroupName(GROUP).retentionInDays(1))),
                new Case(
                        "CreateLogStream",
                        "log-group:/flows:log-stream:new",
                        c -> c.createLogStream(r -> r.logGroupName(GROUP).logStreamName("new"))),
                new Case(
                        "DeleteLogStream",
                        STREAM_RESOURCE,
                        c -> c.deleteLogStream(r -> r.logGroupName(GROUP).logStreamName(STREAM))),
                new Case("DescribeLogStreams", GROUP_RESOURCE, c -> c.describeLogStreams(r -> r.logGroupName(GROUP))));
    }

    static Stream<Case> eventActions() {
        return Stream.of(
                new Case("PutLogEvents", STREAM_RESOURCE, DenialTest::put),
                new Case(
                        "GetLogEvents",
                        STREAM_RESOURCE,
                        c -> c.getLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM))),
                new Case("FilterLogEvents", GROUP_RESOURCE, c -> c.filterLogEvents(r -> r.logGroupName(GROUP))),
                new Case(
                        "StartQuery",
                        GROUP_RESOURCE,
                        c -> c.startQuery(r -> r.logGroupName(GROUP)
                                .startTime(0L)
                                .endTime(4102444800L)
                                .queryString("fields @message"))),
                new Case(
                        "PutMetricFilter",
                        GROUP_RESOURCE,
                        c -> c.putMetricFilter(r -> r.logGroupName(GROUP)
                                .filterName("f")
                                .filterPattern("x")
                                .metricTransformations(t ->
                                        t.metricName("m").metricNamespace("n").metricValue("1")))),
                new Case(
                        "TestMetricFilter",
                        null,
                        c -> c.testMetricFilter(r -> r.filterPattern("x").logEventMessages("x"))));
    }

    private static void put(CloudWatchLogsClient client) {
        client.putLogEvents(r -> r.logGroupName(GROUP)
                .logStreamName(STREAM)
                .logEvents(InputLogEvent.builder()
                        .timestamp(System.currentTimeMillis())
                        .message("x")
                        .build()));
    }

    @ParameterizedTest
    @MethodSource({"groupAndStreamActions", "eventActions"})
    void deniedWithoutPolicy_allowedByAnExactPolicy(Case one) {
        CloudWatchLogsClient ana = aws.logs(people.user(account, "ana"), Region.US_EAST_1);
        AwsServiceException denial =
                Expect.awsError("AccessDeniedException", () -> one.call().accept(ana));
        assertThat(denial.statusCode()).isEqualTo(400);
        String named =
                one.resource() == null ? "" : " on resource: arn:aws:logs:us-east-1:" + account + ":" + one.resource();
        assertThat(denial.awsErrorDetails().errorMessage())
                .isEqualTo("User: arn:aws:iam::" + account + ":user/ana is not authorized to perform: logs:"
                        + one.action() + named + " because no identity-based policy allows the logs:" + one.action()
                        + " action");

        people.allow(account, "ana", People.allowing("logs:" + one.action()));
        one.call().accept(ana);
    }

    @Test
    void explicitDenyIsReported() {
        CloudWatchLogsClient ana = aws.logs(
                people.user(
                        account,
                        "ana",
                        People.document(
                                "{\"Effect\":\"Allow\",\"Action\":\"logs:*\",\"Resource\":\"*\"}",
                                "{\"Effect\":\"Deny\",\"Action\":\"logs:PutLogEvents\",\"Resource\":\"*\"}")),
                Region.US_EAST_1);
        ana.filterLogEvents(r -> r.logGroupName(GROUP));
        Expect.awsError(
                "AccessDeniedException",
                "User: arn:aws:iam::" + account
                        + ":user/ana is not authorized to perform: logs:PutLogEvents on resource:"
                        + " arn:aws:logs:us-east-1:" + account + ":log-group:/flows:log-stream:" + STREAM
                        + " with an explicit deny in an identity-based policy",
                () -> put(ana));
    }

    /** AWS documentation, CloudWatch Logs user guide: a policy for one group's streams ends in {@code :*}. */
    @Test
    void policyForOneGroupAppliesToNoOther() {
        root.createLogGroup(r -> r.logGroupName("/other"));
        CloudWatchLogsClient ana = aws.logs(
                people.user(
                        account,
                        "ana",
                        People.allowing(
                                "logs:PutLogEvents,logs:FilterLogEvents",
                                "arn:aws:logs:us-east-1:" + account + ":log-group:" + GROUP + ":*")),
                Region.US_EAST_1);
        put(ana);
        ana.filterLogEvents(r -> r.logGroupName(GROUP));
        Expect.awsError("AccessDeniedException", () -> ana.filterLogEvents(r -> r.logGroupName("/other")));
    }
}
