package io.vpclocal.logs.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupSummary;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class LogGroupTest extends LogsTestBase {

    @Test
    void aNewGroupIsDescribedWithItsDefaults() {
        account.group("/aws/vpc/one");
        LogGroup group = logs.describeLogGroups(r -> {}).logGroups().get(0);
        String arn = "arn:aws:logs:eu-west-1:" + account.scope.account() + ":log-group:/aws/vpc/one";
        assertThat(group.arn()).isEqualTo(arn + ":*");
        assertThat(group.logGroupArn()).isEqualTo(arn);
        assertThat(group.logGroupClassAsString()).isEqualTo("STANDARD");
        assertThat(group.storedBytes()).isZero();
        assertThat(group.metricFilterCount()).isZero();
        assertThat(group.deletionProtectionEnabled()).isFalse();
        assertThat(group.retentionInDays()).isNull();
        assertThat(group.kmsKeyId()).isNull();
        assertThat(group.creationTime()).isPositive();
    }

    @Test
    void createAndDelete_errors() {
        account.group("g");
        Expect.awsError(
                "ResourceAlreadyExistsException",
                "The specified log group already exists",
                () -> logs.createLogGroup(r -> r.logGroupName("g")));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> logs.deleteLogGroup(r -> r.logGroupName("other")));
        Expect.awsError(
                "InvalidParameterException",
                "Invalid LogGroup or LogStream, both must have length less than or equal to 512.",
                () -> logs.createLogGroup(r -> r.logGroupName("a".repeat(513))));
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'logGroupName' failed to satisfy constraint: Member must"
                        + " not be null",
                () -> logs.createLogGroup(r -> {}));
    }

    /** The rule is documented. UNVERIFIED: key ids that are not ARNs are rejected. */
    @Test
    void encryptionKeyIsAnArn() {
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.createLogGroup(r -> r.logGroupName("g").kmsKeyId("alias/x")));
        String key = "arn:aws:kms:eu-west-1:123456789012:key/0";
        logs.createLogGroup(r -> r.logGroupName("g").kmsKeyId(key));
        assertThat(logs.describeLogGroups(r -> {}).logGroups().get(0).kmsKeyId())
                .isEqualTo(key);
    }

    @Test
    void recreatedGroupIsEmpty() {
        account.group("g", "s");
        long now = System.currentTimeMillis();
        account.put("g", "s", LogAccount.event(now, "first life"));
        logs.putMetricFilter(
                r -> r.logGroupName("g").filterName("f").filterPattern("").metricTransformations(t -> t.metricName("m")
                        .metricNamespace("n")
                        .metricValue("1")));
        logs.deleteLogGroup(r -> r.logGroupName("g"));
        assertThat(logs.describeLogGroups(r -> {}).logGroups()).isEmpty();
        account.group("g", "s");
        assertThat(account.filter(r -> r.logGroupName("g"))).isEmpty();
        assertThat(logs.describeLogGroups(r -> {}).logGroups().get(0).metricFilterCount())
                .isZero();
    }

    /** AWS documentation. UNVERIFIED: the text. */
    @Test
    void deletionProtectionKeepsTheGroup() {
        logs.createLogGroup(r -> r.logGroupName("g").deletionProtectionEnabled(true));
        Expect.awsError("ValidationException", () -> logs.deleteLogGroup(r -> r.logGroupName("g")));
        logs.putLogGroupDeletionProtection(r -> r.logGroupIdentifier("g").deletionProtectionEnabled(false));
        logs.deleteLogGroup(r -> r.logGroupName("g"));
        Expect.awsError(
                "ResourceNotFoundException",
                () -> logs.putLogGroupDeletionProtection(
                        r -> r.logGroupIdentifier("g").deletionProtectionEnabled(false)));
    }

    @ParameterizedTest
    @CsvSource({"a/,a/1 a/2", "b,b b-c b_c", "z,''"})
    void describe_prefix(String prefix, String expected) {
        List.of("a/2", "b", "a/1", "B", "b-c", "b_c").forEach(name -> account.group(name));
        assertThat(String.join(" ", names(r -> r.logGroupNamePrefix(prefix)))).isEqualTo(expected);
    }

    @Test
    void describe_underscoreIsNotAWildcard() {
        account.group("a_b");
        account.group("axb");
        assertThat(names(r -> r.logGroupNamePrefix("a_"))).containsExactly("a_b");
        assertThat(names(r -> r.logGroupNamePattern("_"))).containsExactly("a_b");
    }

    @Test
    void describe_patternReturnsFewerMembersAndAlwaysAToken() {
        account.group("x-one");
        account.group("one-y");
        account.group("ONE");
        DescribeLogGroupsResponse page = logs.describeLogGroups(r -> r.logGroupNamePattern("one"));
        assertThat(page.logGroups()).extracting(LogGroup::logGroupName).containsExactly("one-y", "x-one");
        assertThat(page.logGroups().get(0).storedBytes()).isNull();
        assertThat(page.logGroups().get(0).deletionProtectionEnabled()).isNull();
        assertThat(page.nextToken()).isNotNull();
        DescribeLogGroupsResponse next =
                logs.describeLogGroups(r -> r.logGroupNamePattern("one").nextToken(page.nextToken()));
        assertThat(next.logGroups()).isEmpty();
        assertThat(next.nextToken()).isNull();
    }

    @Test
    void describe_errors() {
        Expect.awsError(
                "InvalidParameterException",
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
                () -> logs.describeLogGroups(r -> r.logGroupNamePrefix("a").logGroupNamePattern("b")));
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'limit' failed to satisfy constraint: Member must have"
                        + " value less than or equal to 50",
                () -> logs.describeLogGroups(r -> r.limit(51)));
        Expect.awsError(
                "InvalidParameterException",
                "The specified nextToken is invalid.",
                () -> logs.describeLogGroups(r -> r.nextToken("x")));
    }

    @Test
    void pagesReturnEveryGroupOnceInAsciiOrder() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            expected.add((i % 2 == 0 ? "B" : "a") + i);
        }
        expected.forEach(name -> account.group(name));
        expected.sort(null);
        assertThat(logs.describeLogGroupsPaginator(r -> r.limit(5)).logGroups())
                .extracting(LogGroup::logGroupName)
                .containsExactlyElementsOf(expected);
        assertThat(names(r -> r.logGroupIdentifiers(
                        "a1", "arn:aws:logs:eu-west-1:" + account.scope.account() + ":log-group:B2")))
                .containsExactly("B2", "a1");
    }

    @Test
    void tokensAreBoundToTheirRequest() {
        List.of("a1", "a2", "a3").forEach(name -> account.group(name));
        String token =
                logs.describeLogGroups(r -> r.logGroupNamePrefix("a").limit(1)).nextToken();
        Expect.awsError(
                "InvalidParameterException",
                "The specified nextToken is invalid.",
                () -> logs.describeLogGroups(r -> r.limit(1).nextToken(token)));
    }

    /** AWS documentation, ListLogGroups. */
    @Test
    void listLogGroups_alternatives() {
        List.of("api/one", "web/api", "web/two", "db").forEach(name -> account.group(name));
        logs.createLogGroup(r -> r.logGroupName("rare-api").logGroupClass("INFREQUENT_ACCESS"));
        assertThat(logs.listLogGroups(r -> r.logGroupNamePattern("^api|two")).logGroups())
                .extracting(LogGroupSummary::logGroupName)
                .containsExactly("api/one", "web/two");
        assertThat(logs.listLogGroups(r -> r.logGroupNamePattern("api").logGroupClass("INFREQUENT_ACCESS"))
                        .logGroups())
                .extracting(LogGroupSummary::logGroupName)
                .containsExactly("rare-api");
        assertThat(logs.listLogGroups(r -> r.limit(2)).nextToken()).isNotNull();
        Expect.awsError("InvalidParameterException", () -> logs.listLogGroups(r -> r.logGroupNamePattern("a b c")));
    }

    @Test
    void groupsOfOtherAccountsAndRegionsAreNotSeen() {
        account.group("g");
        LogAccount other = new LogAccount(aws);
        assertThat(other.logs.describeLogGroups(r -> {}).logGroups()).isEmpty();
        Expect.awsError(
                "ResourceNotFoundException",
                () -> other.logs.filterLogEvents(r ->
                        r.logGroupIdentifier("arn:aws:logs:eu-west-1:" + account.scope.account() + ":log-group:g")));
    }

    private List<String> names(Consumer<DescribeLogGroupsRequest.Builder> request) {
        return logs.describeLogGroups(request).logGroups().stream()
                .map(LogGroup::logGroupName)
                .toList();
    }
}
