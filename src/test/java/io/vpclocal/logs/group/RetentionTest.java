package io.vpclocal.logs.group;

import static io.vpclocal.logs.LogAccount.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/** AWS documentation, CloudWatch Logs User Guide, "Change log data retention". */
@EmulatorTest
class RetentionTest extends LogsTestBase {

    private static final long DAY = Duration.ofDays(1).toMillis();

    @Autowired
    private Clock clock;

    @BeforeEach
    void groupWithEventsOfSomeAges() {
        account.group("g", "s", "idle");
        for (int age = 13; age >= 0; age--) {
            account.put("g", "s", event(clock.millis() - age * DAY, "s" + age));
            account.put("g", "idle", event(clock.millis() - age * DAY, "i" + age));
        }
    }

    @Test
    void expiredEventsAreNotReturned() {
        retain(5);
        assertThat(account.messages(r -> r.logGroupName("g").filterPattern("s")))
                .containsExactly("s4", "s3", "s2", "s1", "s0");
        assertThat(account.logs
                        .getLogEvents(r -> r.logGroupName("g").logStreamName("idle"))
                        .events())
                .hasSize(5);
    }

    @Test
    void expiredEventsAreNotKept() {
        retain(5);
        account.logs.deleteRetentionPolicy(r -> r.logGroupName("g"));
        assertThat(account.messages(r -> r.logGroupName("g"))).hasSize(10);
        assertThat(group().retentionInDays()).isNull();
        assertThat(account.logs.describeLogStreams(r -> r.logGroupName("g")).logStreams())
                .extracting(LogStream::firstEventTimestamp)
                .allSatisfy(first -> assertThat(first).isGreaterThanOrEqualTo(clock.millis() - 5 * DAY - 60_000));
    }

    @Test
    void spaceOfExpiredEventsIsFreed() {
        long before = group().storedBytes();
        retain(1);
        assertThat(group().storedBytes()).isLessThan(before);
        assertThat(group().retentionInDays()).isEqualTo(1);
    }

    /** Recorded: the end index is exclusive, and only the applicable member is present. */
    @Test
    void expiredEventsOfAPutAreReported() {
        retain(3);
        long now = clock.millis();
        PutLogEventsResponse answer = account.put("g", "s", event(now - 4 * DAY, "old"), event(now - 4 * DAY, "old"));
        assertThat(answer.rejectedLogEventsInfo().expiredLogEventEndIndex()).isEqualTo(2);
        assertThat(answer.rejectedLogEventsInfo().tooOldLogEventEndIndex()).isNull();
        assertThat(answer.rejectedLogEventsInfo().tooNewLogEventStartIndex()).isNull();
        assertThat(answer.nextSequenceToken()).isNotNull();
    }

    /** The rule is documented. UNVERIFIED: the text has the usual form. */
    @Test
    void onlyCertainPeriodsAreAllowed() {
        Expect.awsError("InvalidParameterException", () -> retain(2));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> account.logs.putRetentionPolicy(
                        r -> r.logGroupName("other").retentionInDays(1)));
        Expect.awsError(
                "ResourceNotFoundException", () -> account.logs.deleteRetentionPolicy(r -> r.logGroupName("other")));
    }

    private void retain(int days) {
        account.logs.putRetentionPolicy(r -> r.logGroupName("g").retentionInDays(days));
    }

    private LogGroup group() {
        return account.logs.describeLogGroups(r -> {}).logGroups().get(0);
    }
}
