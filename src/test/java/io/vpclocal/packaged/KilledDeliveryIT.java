package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.ControlApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;

/**
 * Kills a process while it accepts and delivers traffic. Afterwards each acknowledged flow is in exactly one record.
 */
class KilledDeliveryIT {

    private static final int SENDERS = 3;
    private static final int ENOUGH = 300;
    private static final List<String> GROUPS = List.of("minutes", "ten-minutes");

    @TempDir
    private Path dataDir;

    private final AtomicInteger ports = new AtomicInteger(1000);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void everyAcknowledgedFlowIsInExactlyOneRecordOfEachFlowLog() throws Exception {
        Map<String, String> environment =
                Map.of("VPCLOCAL_DATA_DIR", dataDir.toString(), "VPCLOCAL_FLOW_LOGS_POLL_INTERVAL", "50ms");
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1);
        String account;
        try (PackagedEmulator emulator = PackagedEmulator.start(environment)) {
            FlowLogAccount user = new FlowLogAccount(emulator.aws());
            account = user.scope.account();
            user.create(user.toGroup(GROUPS.get(0)).maxAggregationInterval(60));
            user.create(user.toGroup(GROUPS.get(1)).maxAggregationInterval(600));
            ControlApi control = new ControlApi(emulator.endpoint());
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            for (int i = 0; i < SENDERS; i++) {
                threads.submit(() -> send(control, user, enough));
            }
            threads.submit(() -> deliver(control));
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            // All clients are still running, so some calls are interrupted.
            emulator.kill();
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        try (PackagedEmulator emulator = PackagedEmulator.start(environment)) {
            new ControlApi(emulator.endpoint()).post("/_vpclocal/flow-logs/flush");
            for (String group : GROUPS) {
                Map<String, Long> records = records(emulator, account, group);
                assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
                assertThat(records).as(group).containsKeys(acknowledged.toArray(String[]::new));
                assertThat(records.values()).as(group).containsOnly(1L);
            }
        }
    }

    private void send(ControlApi control, FlowLogAccount user, CountDownLatch enough) {
        try {
            while (true) {
                String port = String.valueOf(ports.getAndIncrement());
                String flow = "{\"source\":\"" + user.networkInterface
                        + "\",\"destination\":\"203.0.113.9\",\"destinationPort\":" + port + "}";
                if (control.post("/_vpclocal/traffic?account=" + user.scope.account(), flow)
                                .status()
                        == 200) {
                    acknowledged.add(port);
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // The emulator was killed. Unacknowledged flows may be lost.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deliver(ControlApi control) {
        try {
            while (true) {
                control.post("/_vpclocal/flow-logs/flush");
            }
        } catch (IOException e) {
            // The emulator was killed, usually during a delivery.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of records per port. */
    private static Map<String, Long> records(PackagedEmulator emulator, String account, String group) {
        return emulator
                .aws()
                .logs(AwsBasicCredentials.create(account, "any-secret"), Region.US_EAST_1)
                .filterLogEventsPaginator(r -> r.logGroupName(group))
                .events()
                .stream()
                .map(event -> event.message().split(" ")[6])
                .collect(Collectors.groupingBy(port -> port, Collectors.counting()));
    }
}
