package io.vpclocal.logs.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Actions for groups of the Standard class only: AWS documentation, CloudWatch Logs User Guide, "Log classes". Users
 * report the text for INFREQUENT_ACCESS. UNVERIFIED: DELIVERY has the same text.
 */
@EmulatorTest
class LogClassTest extends LogsTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"INFREQUENT_ACCESS", "DELIVERY"})
    void rejectedOutsideTheStandardClass(String logClass) {
        logs.createLogGroup(r -> r.logGroupName("g").logGroupClass(logClass));
        logs.createLogStream(r -> r.logGroupName("g").logStreamName("s"));
        List<Runnable> rejected = List.of(
                () -> logs.putMetricFilter(r -> r.logGroupName("g")
                        .filterName("f")
                        .filterPattern("")
                        .metricTransformations(
                                t -> t.metricName("m").metricNamespace("n").metricValue("1"))),
                () -> logs.putSubscriptionFilter(r -> r.logGroupName("g")
                        .filterName("f")
                        .filterPattern("")
                        .destinationArn(account.scope.arn("lambda", "function:f"))),
                () -> logs.filterLogEvents(r -> r.logGroupName("g")),
                () -> logs.getLogEvents(r -> r.logGroupName("g").logStreamName("s")),
                () -> logs.getLogEvents(r -> r.logGroupIdentifier(account.scope.arn("logs", "log-group:g"))
                        .logStreamName("s")),
                () -> logs.describeMetricFilters(r -> r.logGroupName("g")));
        for (Runnable call : rejected) {
            Expect.awsError(
                    "ValidationException", "This operation is only supported on the Standard log class.", call::run);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "INFREQUENT_ACCESS")
    void acceptedInEveryClass(String logClass) {
        logs.createLogGroup(r -> r.logGroupName("g").logGroupClass(logClass));
        logs.createLogStream(r -> r.logGroupName("g").logStreamName("s"));
        logs.putRetentionPolicy(r -> r.logGroupName("g").retentionInDays(1));
        assertThat(logs.describeLogStreams(r -> r.logGroupName("g")).logStreams())
                .hasSize(1);
        assertThat(logs.describeMetricFilters(r -> {}).metricFilters()).isEmpty();
        assertThat(logs.startQuery(r -> r.logGroupName("g")
                                .startTime(0L)
                                .endTime(4102444800L)
                                .queryString("fields @message"))
                        .queryId())
                .isNotEmpty();
    }

    /** Users report the retention and its rejection. UNVERIFIED: queries are rejected with the same text. */
    @Test
    void deliveryGroupHasTwoDaysOfRetention() {
        logs.createLogGroup(r -> r.logGroupName("g").logGroupClass("DELIVERY"));
        assertThat(logs.describeLogGroups(r -> {}).logGroups().get(0).retentionInDays())
                .isEqualTo(2);
        List<Runnable> rejected = List.of(
                () -> logs.putRetentionPolicy(r -> r.logGroupName("g").retentionInDays(7)),
                () -> logs.deleteRetentionPolicy(r -> r.logGroupName("g")),
                () -> logs.startQuery(r ->
                        r.logGroupName("g").startTime(0L).endTime(4102444800L).queryString("fields @message")));
        for (Runnable call : rejected) {
            Expect.awsError("ValidationException", "This operation is not supported for Delivery log class", call::run);
        }
    }
}
