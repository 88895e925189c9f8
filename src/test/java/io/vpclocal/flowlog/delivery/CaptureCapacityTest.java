package io.vpclocal.flowlog.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** The capacity and the traffic captured under it are state: they survive restarts and are in snapshots. */
class CaptureCapacityTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SETTING = "/_vpclocal/flow-logs/capture-capacity";

    @Test
    void overrideLastsUntilReset() throws Exception {
        try (OwnEmulator emulator = start(Map.of("vpclocal.flow-logs.capture-capacity", "1"))) {
            assertThat(capacity(emulator, "")).isEqualTo(1);
            emulator.control().put(SETTING, "{\"flows\":5}");
            emulator.control().put(SETTING + "?region=us-east-1", "{\"flows\":6}");
            emulator.control().put(SETTING + "?account=111122223333", "{\"flows\":7}");
            emulator.control().put(SETTING + "?account=111122223333&region=us-east-1", "{\"flows\":8}");
            assertThat(capacity(emulator, "?account=444455556666&region=eu-west-1"))
                    .isEqualTo(5);
            assertThat(capacity(emulator, "?account=444455556666&region=us-east-1"))
                    .isEqualTo(6);
            assertThat(capacity(emulator, "?account=111122223333&region=eu-west-1"))
                    .isEqualTo(7);
            assertThat(capacity(emulator, "?account=111122223333&region=us-east-1"))
                    .isEqualTo(8);

            emulator.control().post("/_vpclocal/reset?account=111122223333");
            assertThat(capacity(emulator, "?account=111122223333&region=us-east-1"))
                    .isEqualTo(6);
            emulator.control().post("/_vpclocal/reset");
            assertThat(capacity(emulator, "?account=111122223333&region=us-east-1"))
                    .isEqualTo(1);

            noon(emulator);
            FlowLogAccount account = account(emulator);
            send(emulator, account, 1, 2);
            deliver(emulator);
            assertThat(ports(emulator, account)).containsExactlyInAnyOrder("1", "-");
        }
    }

    @Test
    void survivesARestart(@TempDir Path directory) throws Exception {
        Map<String, String> settings = Map.of("vpclocal.data-dir", directory.toString());
        FlowLogAccount account;
        try (OwnEmulator emulator = start(settings)) {
            account = account(emulator);
            emulator.control().put(SETTING, "{\"flows\":1}");
            send(emulator, account, 1, 2);
        }
        try (OwnEmulator emulator = start(settings)) {
            assertThat(capacity(emulator, "")).isEqualTo(1);
            send(emulator, account, 3);
            deliver(emulator);
            assertThat(ports(emulator, account)).containsExactlyInAnyOrder("1", "-");
        }
    }

    @Test
    void isPartOfSnapshots() throws Exception {
        try (OwnEmulator emulator = start(Map.of())) {
            FlowLogAccount account = account(emulator);
            emulator.control().put(SETTING, "{\"flows\":1}");
            send(emulator, account, 1, 2);
            assertThat(emulator.control()
                            .post("/_vpclocal/snapshots", "{\"name\":\"lossy\"}")
                            .status())
                    .isLessThan(300);
            emulator.control().post("/_vpclocal/reset");
            noon(emulator);
            assertThat(emulator.control()
                            .post("/_vpclocal/snapshots/lossy/restore")
                            .status())
                    .isLessThan(300);
            assertThat(capacity(emulator, "")).isEqualTo(1);
            deliver(emulator);
            assertThat(ports(emulator, account)).containsExactlyInAnyOrder("1", "-");
        }
    }

    @Test
    void nodesOfOneDatabaseShareCapacityAndWindow() throws Exception {
        assumeTrue(PostgresServer.installed(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.start();
                OwnEmulator one = start(server);
                OwnEmulator other = start(server)) {
            FlowLogAccount account = account(one);
            one.control().put(SETTING, "{\"flows\":2}");
            send(one, account, 1);
            send(other, account, 2);
            send(other, account, 3);
            send(one, account, 4);
            deliver(other);
            deliver(one);
            assertThat(ports(one, account)).hasSize(3).containsOnlyOnce("-");
        }
    }

    private static OwnEmulator start(PostgresServer server) {
        return start(Map.of(
                "vpclocal.database.url",
                server.url(),
                "vpclocal.database.username",
                server.user(),
                "vpclocal.key",
                "a key that both nodes have"));
    }

    private static OwnEmulator start(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("vpclocal.flow-logs.poll-interval", "1h");
        all.put("vpclocal.network.default-vpc", "false");
        OwnEmulator emulator = OwnEmulator.start(all);
        noon(emulator);
        return emulator;
    }

    private static void noon(OwnEmulator emulator) {
        emulator.bean(EmulatorClock.class).freeze();
        emulator.bean(EmulatorClock.class).set(NOON);
    }

    private static FlowLogAccount account(OwnEmulator emulator) {
        FlowLogAccount account = new FlowLogAccount(emulator.aws());
        account.create(account.toGroup("flows")
                .resourceType("NetworkInterface")
                .resourceIds(account.networkInterface)
                .maxAggregationInterval(60));
        return account;
    }

    private static void send(OwnEmulator emulator, FlowLogAccount account, int... ports) throws Exception {
        for (int port : ports) {
            assertThat(emulator.control()
                            .post(
                                    "/_vpclocal/traffic?account=" + account.scope.account(),
                                    "{\"source\":\"" + account.networkInterface
                                            + "\",\"destination\":\"203.0.113.9\",\"destinationPort\":" + port + "}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void deliver(OwnEmulator emulator) {
        emulator.bean(EmulatorClock.class).set(NOON.plusSeconds(60));
    }

    private static int capacity(OwnEmulator emulator, String of) throws Exception {
        return emulator.control().get(SETTING + of).json().path("flows").asInt();
    }

    /** Destination ports of the records. */
    private static List<String> ports(OwnEmulator emulator, FlowLogAccount account) {
        CloudWatchLogsClient logs = emulator.aws().logs(Aws.root(account.scope.account()), Region.US_EAST_1);
        return logs.filterLogEvents(r -> r.logGroupName("flows")).events().stream()
                .map(event -> event.message().split(" ")[6])
                .toList();
    }
}
