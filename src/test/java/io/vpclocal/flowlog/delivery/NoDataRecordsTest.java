package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.OwnEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * Windows without traffic (AWS documentation, VPC User Guide: the status and the record example NODATA). UNVERIFIED:
 * start and end are those of the window, as in the examples.
 */
class NoDataRecordsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static OwnEmulator emulator;

    private FlowLogAccount account;
    private String networkInterface;

    @BeforeAll
    static void start() {
        emulator = OwnEmulator.start(Map.of(
                "vpclocal.flow-logs.poll-interval", "1h",
                "vpclocal.network.default-vpc", "false"));
        clock().freeze();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @BeforeEach
    void noon() {
        clock().set(NOON);
        account = new FlowLogAccount(emulator.aws());
        networkInterface = account.ec2
                .runInstances(
                        r -> r.imageId("ami-12345678").minCount(1).maxCount(1).subnetId(account.subnet))
                .instances()
                .get(0)
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
    }

    @Test
    void everyInterfaceInUseHasOneRecordPerWindow() {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        clock().advance(MINUTE.multipliedBy(2));
        assertThat(messages())
                .as("no record of the unattached interface")
                .containsExactly(noData(NOON), noData(NOON.plus(MINUTE)));
    }

    @Test
    void windowsWithTrafficHaveNoNoDataRecord() {
        account.create(account.toGroup("flows").maxAggregationInterval(60).trafficType("ACCEPT"));
        send(ACCEPT, NOON.plusSeconds(70));
        send(REJECT, NOON.plusSeconds(130));
        clock().advance(MINUTE.multipliedBy(4));
        assertThat(messages().stream().filter(line -> line.endsWith("NODATA")))
                .containsExactly(noData(NOON), noData(NOON.plus(MINUTE.multipliedBy(3))));
        assertThat(messages().stream().filter(line -> line.endsWith("OK"))).hasSize(1);
    }

    @Test
    void windowsThatLostAllTrafficHaveNoNoDataRecord() throws Exception {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        emulator.control()
                .put("/_vpclocal/flow-logs/capture-capacity?account=" + account.scope.account(), "{\"flows\":0}");
        send(ACCEPT, NOON.plusSeconds(10));
        clock().advance(MINUTE.multipliedBy(2));
        assertThat(messages()).containsExactly(noData(NOON).replace("NODATA", "SKIPDATA"), noData(NOON.plus(MINUTE)));
    }

    @Test
    void firstWindowStartsWithTheFlowLog() {
        clock().set(NOON.plusSeconds(20));
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        clock().set(NOON.plusSeconds(60));
        assertThat(messages()).containsExactly(line(NOON.plusSeconds(20), NOON.plusSeconds(60)));
    }

    /** AWS documentation: at most one minute at instances of the Nitro System, whatever the request asks for. */
    @Test
    void instancesHaveOneMinuteWindows() {
        account.create(account.toGroup("flows").maxAggregationInterval(600));
        send(ACCEPT, NOON.plusSeconds(70));
        clock().advance(MINUTE.multipliedBy(10));
        assertThat(messages().stream().filter(line -> line.endsWith("NODATA")))
                .hasSize(9)
                .startsWith(noData(NOON), noData(NOON.plus(MINUTE.multipliedBy(2))));
    }

    @Test
    void flowsOfInstancesAreSplitIntoMinutes() {
        account.create(account.toGroup("flows").maxAggregationInterval(600));
        emulator.bean(FlowLogCapture.class)
                .capture(
                        account.scope,
                        List.of(
                                tcp(
                                        Flows.at(account, networkInterface, account.subnet),
                                        443,
                                        ACCEPT,
                                        300,
                                        300,
                                        NOON,
                                        Duration.ofSeconds(299)),
                                tcp(
                                        Flows.withoutInstance(account, "eni-00000000000000001"),
                                        443,
                                        ACCEPT,
                                        300,
                                        300,
                                        NOON,
                                        Duration.ofSeconds(299))));
        clock().advance(MINUTE.multipliedBy(10));
        assertThat(messages().stream()
                        .filter(line -> line.endsWith("OK") && line.contains(networkInterface))
                        .map(line -> Long.parseLong(line.split(" ")[11]) - Long.parseLong(line.split(" ")[10])))
                .hasSize(5)
                .allMatch(seconds -> seconds <= 60);
        assertThat(messages().stream().filter(line -> line.contains("eni-00000000000000001")))
                .singleElement()
                .asString()
                .contains(" 300 300 " + NOON.getEpochSecond() + " "
                        + NOON.plusSeconds(299).getEpochSecond() + " ACCEPT");
    }

    /** The bound is our own: an hour of windows, however far the clock was moved. */
    @ParameterizedTest
    @ValueSource(ints = {3, 200})
    void afterALargeClockMove_onlyTheLastWindowsHaveRecords(int days) {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        clock().advance(Duration.ofDays(days));
        assertThat(messages())
                .hasSize(60)
                .last()
                .isEqualTo(noData(NOON.plus(Duration.ofDays(days)).minus(MINUTE)));
    }

    private void send(Action action, Instant at) {
        emulator.bean(FlowLogCapture.class)
                .capture(
                        account.scope,
                        List.of(tcp(
                                Flows.at(account, networkInterface, account.subnet),
                                443,
                                action,
                                1,
                                40,
                                at,
                                Duration.ZERO)));
    }

    private String noData(Instant window) {
        return line(window, window.plus(MINUTE));
    }

    private String line(Instant start, Instant end) {
        return "2 " + account.scope.account() + " " + networkInterface + " - - - - - - - " + start.getEpochSecond()
                + " " + end.getEpochSecond() + " - NODATA";
    }

    private List<String> messages() {
        return account.logs.filterLogEvents(r -> r.logGroupName("flows")).events().stream()
                .map(FilteredLogEvent::message)
                .toList();
    }

    private static EmulatorClock clock() {
        return emulator.bean(EmulatorClock.class);
    }
}
