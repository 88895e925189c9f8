package io.vpclocal.logs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class SubscriptionFilterTest extends LogsTestBase {

    private String function = "";

    @BeforeEach
    void newGroup() {
        account.group("g");
        function = account.scope.arn("lambda", "function:f");
    }

    @Test
    void aFilterIsDescribedWithItsDefaults() {
        put("f", r -> {});
        SubscriptionFilter filter = logs.describeSubscriptionFilters(r -> r.logGroupName("g"))
                .subscriptionFilters()
                .get(0);
        assertThat(filter.filterName()).isEqualTo("f");
        assertThat(filter.filterPattern()).isEmpty();
        assertThat(filter.logGroupName()).isEqualTo("g");
        assertThat(filter.destinationArn()).isEqualTo(function);
        assertThat(filter.distributionAsString()).isEqualTo("ByLogStream");
        assertThat(filter.applyOnTransformedLogs()).isFalse();
        assertThat(filter.roleArn()).isNull();
        assertThat(filter.creationTime()).isPositive();
    }

    @Test
    void thirdFilterOfAGroupExceedsTheLimit() {
        put("b", r -> {});
        put("a", r -> {});
        put("a", r -> r.filterPattern("REJECT"));
        Expect.awsError("LimitExceededException", "Resource limit exceeded.", () -> put("c", r -> {}));
        assertThat(logs.describeSubscriptionFiltersPaginator(
                                r -> r.logGroupName("g").limit(1))
                        .subscriptionFilters())
                .extracting(f -> f.filterName() + f.filterPattern())
                .containsExactly("aREJECT", "b");
        assertThat(logs.describeSubscriptionFilters(r -> r.logGroupName("g").filterNamePrefix("b"))
                        .subscriptionFilters())
                .hasSize(1);
    }

    @Test
    void delete() {
        put("f", r -> {});
        logs.deleteSubscriptionFilter(r -> r.logGroupName("g").filterName("f"));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified subscription filter does not exist.",
                () -> logs.deleteSubscriptionFilter(r -> r.logGroupName("g").filterName("f")));
    }

    @Test
    void errors() {
        Expect.awsError(
                "InvalidParameterException",
                "destinationArn for vendor kinesis cannot be used without roleArn",
                () -> put("f", r -> r.destinationArn("arn:aws:kinesis:eu-west-1:123456789012:stream/x")));
        Expect.awsError(
                "AccessDeniedException",
                "Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create"
                        + " cross account lambda triggers.",
                () -> put("f", r -> r.destinationArn("arn:aws:lambda:eu-west-1:999999999999:function:f")));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> put("f", r -> r.logGroupName("other")));
        Expect.awsError("InvalidParameterException", () -> put("f", r -> r.destinationArn("nowhere")));
        Expect.awsError("InvalidParameterException", () -> put("f", r -> r.filterPattern("[a, b")));
    }

    private void put(String name, Consumer<PutSubscriptionFilterRequest.Builder> change) {
        logs.putSubscriptionFilter(r -> r.logGroupName("g")
                .filterName(name)
                .filterPattern("")
                .destinationArn(function)
                .applyMutation(change));
    }
}
