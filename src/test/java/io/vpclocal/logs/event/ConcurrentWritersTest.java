package io.vpclocal.logs.event;

import static io.vpclocal.logs.LogAccount.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Concurrent writers lose no events and store none twice. */
@EmulatorTest
class ConcurrentWritersTest {

    private static final int WRITERS = 16;
    private static final int PUTS = 12;

    @Autowired
    private Aws aws;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, WRITERS})
    void everyEventIsStoredExactlyOnce(int streams) throws Exception {
        LogAccount account = new LogAccount(aws);
        account.group("g");
        for (int i = 0; i < streams; i++) {
            String name = "s" + i;
            account.logs.createLogStream(r -> r.logGroupName("g").logStreamName(name));
        }
        long now = clock.millis();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < WRITERS * PUTS * 2; i++) {
            expected.add(String.valueOf(i));
        }
        run(writer -> {
            for (int put = 0; put < PUTS; put++) {
                int first = (writer * PUTS + put) * 2;
                List<InputLogEvent> events =
                        List.of(event(now - 1000 + put, String.valueOf(first)), event(now, String.valueOf(first + 1)));
                account.put("g", "s" + writer % streams, events);
            }
        });
        List<FilteredLogEvent> found = account.filter(r -> r.logGroupName("g").limit(100));
        assertThat(found).extracting(FilteredLogEvent::message).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found).extracting(FilteredLogEvent::eventId).isSorted().doesNotHaveDuplicates();
        assertThat(account.logs.describeLogGroups(r -> {}).logGroups().get(0).storedBytes())
                .isEqualTo(expected.stream().mapToLong(String::length).sum());
    }

    @Test
    void groupDeletedDuringWritesIsGone() throws Exception {
        LogAccount account = new LogAccount(aws);
        account.group("g", "s");
        long now = clock.millis();
        run(writer -> {
            try {
                for (int put = 0; put < PUTS; put++) {
                    if (writer == 0 && put == PUTS / 2) {
                        account.logs.deleteLogGroup(r -> r.logGroupName("g"));
                    }
                    account.put("g", "s", event(now, "x"));
                }
            } catch (ResourceNotFoundException e) {
                assertThat(e.awsErrorDetails().errorMessage()).contains("does not exist.");
            }
        });
        assertThat(account.logs.describeLogGroups(r -> {}).logGroups()).isEmpty();
    }

    private interface Writer {
        void write(int writer);
    }

    private static void run(Writer writer) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                running.add(threads.submit(() -> writer.write(number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
