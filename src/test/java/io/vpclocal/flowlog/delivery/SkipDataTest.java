package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OtherEmulatorTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * Windows that lost flows (AWS documentation, VPC User Guide: the record example SKIPDATA, which can stand for many
 * flows). The capacity is set by the test. UNVERIFIED: start and end are those of the window, as in the examples.
 */
@OtherEmulatorTest
class SkipDataTest extends DeliveryAtNoon {

    private String bucket;
    private String head;

    @BeforeEach
    void emptyBucket() throws IOException {
        head = "2 " + account.scope.account() + " " + account.networkInterface;
        bucket = "lossy-" + account.scope.account();
        // Every test run has the same account ids.
        FileSystemUtils.deleteRecursively(OtherEmulatorTest.BUCKETS.resolve(bucket));
    }

    @Test
    void flowsBeyondTheCapacityMakeOneSkipDataRecord() throws Exception {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        capacity(2);
        send(NOON, 1, 2, 3);
        send(NOON.plusSeconds(30), 4, 1);
        clock.advance(MINUTE);
        assertThat(messages("flows"))
                .containsExactlyInAnyOrder(
                        head + " 10.0.0.5 10.0.0.9 49152 1 6 2 80 1772366400 1772366430 ACCEPT OK",
                        head + " 10.0.0.5 10.0.0.9 49152 2 6 1 40 1772366400 1772366400 ACCEPT OK",
                        head + " - - - - - - - 1772366400 1772366460 - SKIPDATA");
    }

    /** The fields and their order as recorded from AWS. */
    @Test
    void skipDataKeepsInterfaceFields_inTheConsolesFormat() throws Exception {
        account.create(account.toGroup("flows")
                .maxAggregationInterval(60)
                .logFormat("${account-id} ${action} ${az-id} ${bytes} ${dstaddr} ${dstport} ${end} ${flow-direction}"
                        + " ${instance-id} ${interface-id} ${log-status} ${packets} ${pkt-dst-aws-service} ${pkt-dstaddr}"
                        + " ${pkt-src-aws-service} ${pkt-srcaddr} ${protocol} ${region} ${srcaddr} ${srcport} ${start}"
                        + " ${sublocation-id} ${sublocation-type} ${subnet-id} ${tcp-flags} ${traffic-path} ${type}"
                        + " ${version} ${vpc-id}"));
        capacity(0);
        send(NOON, 1, 2, 3);
        clock.advance(MINUTE);
        assertThat(messages("flows"))
                .containsExactly(account.scope.account() + " - " + Flows.ZONE + " - - - 1772366460 - " + Flows.INSTANCE
                        + " " + account.networkInterface + " SKIPDATA - - - - - - us-east-1 - - 1772366400 - - "
                        + account.subnet + " - - - 5 " + account.vpc);
    }

    @Test
    void everyWindowAndInterfaceHasItsOwnCapacity() throws Exception {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        String second = account.ec2
                .createNetworkInterface(r -> r.subnetId(account.subnet))
                .networkInterface()
                .networkInterfaceId();
        capacity(1);
        send(NOON, 1, 2, 3);
        send(NOON.plusSeconds(60), 3);
        capture.capture(
                account.scope,
                List.of(tcp(Flows.at(account, second, account.subnet), 7, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        clock.advance(MINUTE.multipliedBy(2));
        assertThat(ports("flows")).containsExactlyInAnyOrder("1", "-", "3", "7");
        assertThat(skipped("flows")).containsExactly(head + " - - - - - - - 1772366400 1772366460 - SKIPDATA");
    }

    /** Our choice: flows that a flow log does not record do not count for its capacity. */
    @Test
    void eachFlowLogCountsItsOwnFlows() throws Exception {
        account.create(account.toGroup("all").maxAggregationInterval(60));
        account.create(account.toGroup("rejected").maxAggregationInterval(60).trafficType("REJECT"));
        capacity(2);
        send(NOON, 1);
        send(REJECT, NOON, 2);
        send(REJECT, NOON.plusSeconds(60), 3);
        send(NOON.plusSeconds(61), 4);
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(ports("all")).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(ports("rejected")).containsExactlyInAnyOrder("2", "3");
    }

    /**
     * Windows of an instance last one minute whatever the request asks for. Other interfaces have the requested length.
     */
    @Test
    void longWindowsHaveTheSameCapacity_exceptAtInstances() throws Exception {
        account.create(account.toGroup("long").maxAggregationInterval(600));
        capacity(2);
        InterfaceDetails other = Flows.withoutInstance(account, "eni-00000000000000001");
        for (int port = 1; port <= 4; port++) {
            Instant at = NOON.plusSeconds(30L * port);
            send(at, port);
            capture.capture(account.scope, List.of(tcp(other, 10 + port, ACCEPT, 1, 40, at, Duration.ZERO)));
        }
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(ports("long")).containsExactlyInAnyOrder("1", "2", "3", "4", "11", "12", "-");
        assertThat(skipped("long"))
                .containsExactly(head.replace(account.networkInterface, "eni-00000000000000001")
                        + " - - - - - - - 1772366400 1772367000 - SKIPDATA");
    }

    @Test
    void capacityAtCaptureTimeApplies() throws Exception {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        send(NOON, 1, 2, 3);
        capacity(2);
        send(NOON.plusSeconds(1), 3, 4);
        assertThat(control()
                        .delete("/_vpclocal/flow-logs/capture-capacity?account=" + account.scope.account())
                        .status())
                .isEqualTo(204);
        send(NOON.plusSeconds(2), 5);
        clock.advance(MINUTE);
        assertThat(ports("flows")).containsExactlyInAnyOrder("1", "2", "3", "-", "5");
    }

    @Test
    void s3_text() throws Exception {
        account.create(account.toBucket("arn:aws:s3:::" + bucket).maxAggregationInterval(60));
        capacity(1);
        send(NOON, 1, 2, 3);
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(file()).asString().contains("_20260301T1200Z_").endsWith(".log.gz");
        assertThat(lines(file()).stream().skip(1))
                .containsExactly(
                        head + " 10.0.0.5 10.0.0.9 49152 1 6 1 40 1772366400 1772366400 ACCEPT OK",
                        head + " - - - - - - - 1772366400 1772366460 - SKIPDATA");
    }

    @Test
    void s3_fileIncludesItsLastWindow() throws Exception {
        account.create(account.toBucket("arn:aws:s3:::" + bucket).maxAggregationInterval(60));
        capacity(0);
        send(NOON.plusSeconds(250), 1);
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(file()).asString().contains("_20260301T1200Z_");
    }

    @Test
    void s3_parquet() throws Exception {
        account.create(account.toBucket("arn:aws:s3:::" + bucket)
                .maxAggregationInterval(60)
                .logFormat("${interface-id} ${dstport} ${bytes} ${end} ${log-status}")
                .destinationOptions(o -> o.fileFormat("parquet")));
        capacity(1);
        send(NOON, 1, 2, 3);
        run.flush();
        assertThat(ParquetFile.read(file()).rows()).hasSize(2).last().satisfies(row -> assertThat(row)
                .containsEntry("interface_id", account.networkInterface)
                .containsEntry("end", 1772366460L)
                .containsEntry("log_status", "SKIPDATA")
                .doesNotContainKeys("dstport", "bytes"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '{\"flows\":-1}', InvalidParameter",
        "'', '{}', InvalidParameter",
        "'', '{\"flows\":\"many\"}', MalformedBody",
        "?account=12, '{\"flows\":1}', InvalidParameter",
        "?region=Mars, '{\"flows\":1}', InvalidParameter"
    })
    void invalidCapacities(String where, String body, String code) throws Exception {
        ControlApi.Answer answer = control().put("/_vpclocal/flow-logs/capture-capacity" + where, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    private void capacity(int flows) throws IOException, InterruptedException {
        ControlApi.Answer answer = control()
                .put(
                        "/_vpclocal/flow-logs/capture-capacity?account=" + account.scope.account(),
                        "{\"flows\":" + flows + "}");
        assertThat(answer.json().path("flows").asInt()).isEqualTo(flows);
    }

    private ControlApi control() {
        return new ControlApi(aws.endpoint());
    }

    private void send(Instant at, int... ports) {
        send(ACCEPT, at, ports);
    }

    private void send(Action action, Instant at, int... ports) {
        List<ObservedTraffic> traffic = Arrays.stream(ports)
                .mapToObj(port -> tcp(Flows.at(account), port, action, 1, 40, at, Duration.ZERO))
                .toList();
        capture.capture(account.scope, traffic);
    }

    private List<String> messages(String group) {
        return account.logs.filterLogEvents(r -> r.logGroupName(group)).events().stream()
                .map(FilteredLogEvent::message)
                .toList();
    }

    /** Destination ports of the records. */
    private List<String> ports(String group) {
        return messages(group).stream().map(line -> line.split(" ")[6]).toList();
    }

    private List<String> skipped(String group) {
        return messages(group).stream()
                .filter(line -> line.endsWith("SKIPDATA"))
                .toList();
    }

    /** The only file of the bucket. */
    private Path file() throws IOException {
        try (Stream<Path> found = Files.walk(OtherEmulatorTest.BUCKETS.resolve(bucket))) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            assertThat(files).hasSize(1);
            return files.get(0);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
