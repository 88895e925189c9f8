package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;

class KilledProcessIT {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 120;

    @TempDir
    private Path dataDir;

    @Test
    void everyAcknowledgedWriteSurvivesKillNine() throws Exception {
        Map<String, String> environment = Map.of("VPCLOCAL_DATA_DIR", dataDir.toString());
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (PackagedEmulator emulator = PackagedEmulator.start(environment)) {
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(() -> write(emulator.ec2(), acknowledged, enough));
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            // The writers are still running, so some calls are interrupted.
            emulator.kill();
        } finally {
            writers.shutdown();
            assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        try (PackagedEmulator emulator = PackagedEmulator.start(environment)) {
            Set<String> found = emulator.ec2().describeVpcsPaginator().vpcs().stream()
                    .map(Vpc::vpcId)
                    .collect(Collectors.toSet());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(found).containsAll(acknowledged);
        }
    }

    private static void write(Ec2Client ec2, Queue<String> acknowledged, CountDownLatch enough) {
        try {
            while (true) {
                acknowledged.add(
                        ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId());
                enough.countDown();
            }
        } catch (SdkException e) {
            // The emulator was killed. Unacknowledged writes may be lost.
        }
    }
}
