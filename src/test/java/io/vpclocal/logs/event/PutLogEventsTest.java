package io.vpclocal.logs.event;

import static io.vpclocal.logs.LogAccount.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class PutLogEventsTest extends LogsTestBase {

    private static final int MEBIBYTE = 1_048_576;

    @Autowired
    private Clock clock;

    private long now;

    @BeforeEach
    void newStream() {
        account.group("g", "s");
        now = clock.millis();
    }

    @Test
    void eventsMustBeInOrder() {
        Expect.awsError(
                "InvalidParameterException",
                "Log events in a single PutLogEvents request must be in chronological order.",
                () -> put(event(now, "b"), event(now - 1, "a")));
        assertThat(stored()).isEmpty();
    }

    @Test
    void groupAndStreamMustExist() {
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> account.put("other", "s", event(now, "a")));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log stream does not exist.",
                () -> account.put("g", "other", event(now, "a")));
    }

    /** Recorded: the indexes. The batch has events at the given offsets from now, in minutes. */
    @ParameterizedTest
    @CsvSource({
        "-10 0 119, , , ",
        "0 60 121 122, 2, , ",
        "-20200 -20170 -20155, , 2, ",
        "-20200 -20190, , 2, ",
        "121, 0, , "
    })
    void eventsTooOldOrTooNewAreRejected(String minutes, Integer tooNew, Integer tooOld, Integer expired) {
        List<InputLogEvent> events = new ArrayList<>();
        for (String offset : minutes.split(" ")) {
            events.add(event(now + Duration.ofMinutes(Long.parseLong(offset)).toMillis(), offset));
        }
        PutLogEventsResponse answer = account.put("g", "s", events);
        assertThat(answer.nextSequenceToken()).isNotNull();
        RejectedLogEventsInfo rejected = answer.rejectedLogEventsInfo();
        if (tooNew == null && tooOld == null && expired == null) {
            assertThat(rejected).isNull();
        } else {
            assertThat(rejected.tooNewLogEventStartIndex()).isEqualTo(tooNew);
            assertThat(rejected.tooOldLogEventEndIndex()).isEqualTo(tooOld);
            assertThat(rejected.expiredLogEventEndIndex()).isEqualTo(expired);
        }
        int first = tooOld == null ? 0 : tooOld;
        int end = tooNew == null ? events.size() : tooNew;
        assertThat(stored())
                .containsExactlyElementsOf(events.subList(first, end).stream()
                        .map(InputLogEvent::message)
                        .toList());
    }

    /** AWS documentation; the texts are quoted by users. */
    @Test
    void batchLimits() {
        long day = Duration.ofDays(1).toMillis();
        put(event(now - day, "a"), event(now, "b"));
        Expect.awsError(
                "InvalidParameterException",
                "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
                () -> put(event(now - day - 1, "a"), event(now, "b")));
        Expect.awsError(
                "InvalidParameterException",
                "Upload too large: 1048577 bytes exceeds limit of 1048576",
                () -> put(event(now, "\u20ac".repeat(349_517))));
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member"
                        + " must have length less than or equal to 10000",
                () -> account.put("g", "s", Collections.nCopies(10_001, event(now, "a"))));
        account.put("g", "s", Collections.nCopies(10_000, event(now, "a")));
        assertThat(stored()).hasSize(10_002);
    }

    @Test
    void membersAreChecked() {
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'logEvents.2.member.message' failed to satisfy constraint:"
                        + " Member must have length greater than or equal to 1",
                () -> put(event(now, "a"), event(now, "")));
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have"
                        + " length greater than or equal to 1",
                () -> account.put("g", "s", List.of()));
        Expect.awsError(
                "InvalidParameterException",
                () -> put(InputLogEvent.builder().message("a").build()));
        Expect.awsError("InvalidParameterException", () -> put(event(-1, "a")));
    }

    @Test
    void fullBatchOfRandomTextIsStored() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < MEBIBYTE - 26) {
            noise.append((char) (33 + random.nextInt(94)));
        }
        put(event(now - 1, "small"));
        put(event(now, noise.toString()));
        assertThat(stored()).containsExactly("small", noise.toString());
    }

    @Test
    void unicodeAndControlCharactersAreReadBack() {
        String message = "caf\u00e9 \u20ac \ud83d\ude00 tab\t newline\n quote\" back\\slash \u0001";
        put(event(now, message));
        assertThat(stored()).containsExactly(message);
    }

    @Test
    void storedBytesOfTheGroupAreThoseOfMessages() {
        put(event(now, "12345"), event(now, "\u20ac"));
        put(event(now, "67"));
        assertThat(account.logs.describeLogGroups(r -> {}).logGroups().get(0).storedBytes())
                .isEqualTo(10);
    }

    private void put(InputLogEvent... events) {
        account.put("g", "s", events);
    }

    private List<String> stored() {
        return account.messages(r -> r.logGroupName("g"));
    }
}
