package io.vpclocal.logs.group;

import static io.vpclocal.logs.LogAccount.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class LogStreamTest extends LogsTestBase {

    @Autowired
    private Clock clock;

    @BeforeEach
    void newGroup() {
        account.group("g");
    }

    @Test
    void newStreamHasNoEventTimes() {
        create("s");
        LogStream stream =
                logs.describeLogStreams(r -> r.logGroupName("g")).logStreams().get(0);
        assertThat(stream.arn())
                .isEqualTo("arn:aws:logs:eu-west-1:" + account.scope.account() + ":log-group:g:log-stream:s");
        assertThat(stream.storedBytes()).isZero();
        assertThat(stream.creationTime()).isPositive();
        assertThat(stream.firstEventTimestamp()).isNull();
        assertThat(stream.lastEventTimestamp()).isNull();
        assertThat(stream.lastIngestionTime()).isNull();
        assertThat(stream.uploadSequenceToken()).isNull();
    }

    @Test
    void eventsSetTheStreamsTimes() {
        create("s");
        long now = clock.millis();
        account.put("g", "s", event(now - 5, "b"), event(now, "c"));
        String token = account.put("g", "s", event(now - 10, "a")).nextSequenceToken();
        LogStream stream =
                logs.describeLogStreams(r -> r.logGroupName("g")).logStreams().get(0);
        assertThat(stream.firstEventTimestamp()).isEqualTo(now - 10);
        assertThat(stream.lastEventTimestamp()).isEqualTo(now);
        assertThat(stream.lastIngestionTime()).isGreaterThanOrEqualTo(now);
        assertThat(stream.uploadSequenceToken()).isEqualTo(token).matches("\\d{56}");
    }

    @Test
    void errors() {
        create("s");
        Expect.awsError("ResourceAlreadyExistsException", "The specified log stream already exists", () -> create("s"));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> logs.createLogStream(r -> r.logGroupName("other").logStreamName("s")));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log stream does not exist.",
                () -> logs.deleteLogStream(r -> r.logGroupName("g").logStreamName("other")));
        Expect.awsError(
                "ValidationException",
                "LogGroup name and LogGroup ARN are mutually exclusive parameters.",
                () -> logs.describeLogStreams(r -> r.logGroupName("g").logGroupIdentifier("g")));
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.describeLogStreams(
                        r -> r.logGroupName("g").logStreamNamePrefix("s").orderBy("LastEventTime")));
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'logStreamName' failed to satisfy constraint: Member must"
                        + " satisfy regular expression pattern: [^:*]*",
                () -> create("a:b"));
    }

    @Test
    void deletedStreamLosesItsEvents() {
        create("s");
        account.put("g", "s", event(clock.millis(), "x"));
        logs.deleteLogStream(r -> r.logGroupName("g").logStreamName("s"));
        assertThat(account.filter(r -> r.logGroupName("g"))).isEmpty();
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log stream does not exist.",
                () -> account.put("g", "s", event(clock.millis(), "x")));
    }

    /** UNVERIFIED: streams without events sort before all others. */
    @ParameterizedTest
    @CsvSource({
        "LogStreamName, false, a b1 b2 c d",
        "LogStreamName, true, d c b2 b1 a",
        "LastEventTime, false, d c a b1 b2",
        "LastEventTime, true, b2 b1 a c d"
    })
    void describe_orders(String orderBy, boolean descending, String expected) {
        long now = clock.millis();
        List.of("c", "a", "d", "b2", "b1").forEach(this::create);
        account.put("g", "c", event(now - 30, "x"));
        account.put("g", "a", event(now - 20, "x"));
        account.put("g", "b1", event(now - 10, "x"));
        account.put("g", "b2", event(now - 10, "x"));
        assertThat(logs
                        .describeLogStreamsPaginator(r -> r.logGroupName("g")
                                .orderBy(orderBy)
                                .descending(descending)
                                .limit(2))
                        .logStreams()
                        .stream()
                        .map(LogStream::logStreamName))
                .containsExactly(expected.split(" "));
    }

    @Test
    void describe_prefixAndIdentifier() {
        List.of("eni-1-all", "eni-2-all", "other").forEach(this::create);
        assertThat(logs.describeLogStreams(r -> r.logGroupIdentifier(
                                        "arn:aws:logs:eu-west-1:" + account.scope.account() + ":log-group:g")
                                .logStreamNamePrefix("eni-"))
                        .logStreams())
                .extracting(LogStream::logStreamName)
                .containsExactly("eni-1-all", "eni-2-all");
    }

    private void create(String name) {
        logs.createLogStream(r -> r.logGroupName("g").logStreamName(name));
    }
}
