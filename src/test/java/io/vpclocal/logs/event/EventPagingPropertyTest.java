package io.vpclocal.logs.event;

import static io.vpclocal.logs.LogAccount.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** Every stored event is read exactly once, for any batches, page sizes and directions. */
@EmulatorTest
class EventPagingPropertyTest {

    private static final int STREAMS = 3;

    /** A put: the stream, the time offset, the number of events and their distance. */
    private record Batch(int stream, int offset, int events, int step) {}

    private static final Gen<Batch> BATCH = integers()
            .between(0, STREAMS - 1)
            .zip(
                    integers().between(0, 40),
                    integers().between(1, 12),
                    integers().between(0, 5),
                    Batch::new);

    private static final Gen<List<Batch>> BATCHES = lists().of(BATCH).ofSizeBetween(1, 10);

    @Autowired
    private Aws aws;

    @Autowired
    private Clock clock;

    private final AtomicInteger groups = new AtomicInteger();

    @Test
    void everythingPutIsFoundOnceInOrder() {
        LogAccount account = new LogAccount(aws);
        qt().withExamples(25).forAll(BATCHES, integers().between(1, 15)).checkAssert((batches, limit) -> {
            String group = "g" + groups.incrementAndGet();
            List<String> put = putAll(account, group, batches);
            List<FilteredLogEvent> found =
                    account.filter(r -> r.logGroupName(group).limit(limit));
            assertThat(found).extracting(FilteredLogEvent::message).containsExactlyInAnyOrderElementsOf(put);
            assertThat(found).isSortedAccordingTo(Comparator.comparing(FilteredLogEvent::timestamp));
            assertThat(found).extracting(FilteredLogEvent::eventId).isSorted().doesNotHaveDuplicates();
        });
    }

    @Test
    void everyStreamIsReadOnceInBothDirections() {
        LogAccount account = new LogAccount(aws);
        qt().withExamples(25).forAll(BATCHES, integers().between(1, 15)).checkAssert((batches, limit) -> {
            String group = "g" + groups.incrementAndGet();
            List<String> put = putAll(account, group, batches);
            List<String> forward = new ArrayList<>();
            for (int stream = 0; stream < STREAMS; stream++) {
                List<String> newer = read(account, group, "s" + stream, limit, true);
                assertThat(read(account, group, "s" + stream, limit, false)).isEqualTo(newer);
                forward.addAll(newer);
            }
            assertThat(forward).containsExactlyInAnyOrderElementsOf(put);
        });
    }

    private List<String> putAll(LogAccount account, String group, List<Batch> batches) {
        account.group(group, "s0", "s1", "s2");
        long start = clock.millis() - 10_000;
        List<String> messages = new ArrayList<>();
        for (int b = 0; b < batches.size(); b++) {
            Batch batch = batches.get(b);
            List<InputLogEvent> events = new ArrayList<>();
            for (int i = 0; i < batch.events(); i++) {
                String message = b + "." + i;
                messages.add(message);
                events.add(event(start + batch.offset() + (long) i * batch.step(), message));
            }
            account.put(group, "s" + batch.stream(), events);
        }
        return messages;
    }

    private static List<String> read(LogAccount account, String group, String stream, int limit, boolean forward) {
        List<String> all = new ArrayList<>();
        GetLogEventsResponse page = account.logs.getLogEvents(
                r -> r.logGroupName(group).logStreamName(stream).limit(limit).startFromHead(forward));
        while (true) {
            List<String> messages =
                    page.events().stream().map(OutputLogEvent::message).toList();
            all.addAll(forward ? all.size() : 0, messages);
            String token = forward ? page.nextForwardToken() : page.nextBackwardToken();
            page = account.logs.getLogEvents(r ->
                    r.logGroupName(group).logStreamName(stream).limit(limit).nextToken(token));
            if (token.equals(forward ? page.nextForwardToken() : page.nextBackwardToken())) {
                assertThat(page.events()).isEmpty();
                return all;
            }
        }
    }
}
