package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.DeliveryTest;
import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.FlowLogProperties;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.record.RecordField;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.flowlog.s3.ObjectStore;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.protocol.EmulatorClock;
import io.vpclocal.testing.Aws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** AWS documentation, VPC User Guide: publish flow logs to Amazon S3; header line and Parquet types recorded from AWS. */
@DeliveryTest
class S3DeliveryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HEADER =
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action"
                    + " log-status";

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @Autowired
    private FlowLogCapture capture;

    @Autowired
    private DeliveryRun run;

    @Autowired
    private FlowLogs flowLogs;

    @Autowired
    private TrafficStore store;

    @Autowired
    private S3Sink sink;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private DeliveredFiles files;

    @Autowired
    private Metering metering;

    @Autowired
    private NoData noData;

    @Autowired
    private FlowLogProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    private FlowLogAccount account;
    private String bucket;

    @BeforeEach
    void noon() throws IOException {
        clock.freeze();
        clock.set(NOON);
        account = new FlowLogAccount(aws);
        bucket = "bucket-" + account.scope.account();
        // Accounts are the same in the next run of the tests.
        FileSystemUtils.deleteRecursively(Path.of(DeliveryTest.BUCKETS, bucket));
    }

    @AfterEach
    void deliverTheRest() {
        run.flush();
        clock.real();
        clock.thaw();
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, 'AWSLogs/ACCOUNT/vpcflowlogs/us-east-1/2026/03/01/'",
        "false, true, 'AWSLogs/ACCOUNT/vpcflowlogs/us-east-1/2026/03/01/12/'",
        "true, false, 'AWSLogs/aws-account-id=ACCOUNT/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=03/day=01/'",
        "true, true, 'AWSLogs/aws-account-id=ACCOUNT/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=03/day=01/hour=12/'"
    })
    void keysAndHeader(boolean hive, boolean hourly, String folder) {
        String id = account.create(account.toBucket("arn:aws:s3:::" + bucket + "/my/prefix/")
                .maxAggregationInterval(60)
                .destinationOptions(o -> o.hiveCompatiblePartitions(hive).perHourPartition(hourly)));
        send(443, NOON.plusSeconds(61));
        clock.set(NOON.plusSeconds(299));
        assertThat(keys()).isEmpty();
        clock.set(NOON.plusSeconds(300));
        String where = folder.replace("ACCOUNT", account.scope.account());
        assertThat(keys())
                .singleElement()
                .asString()
                .matches("my/prefix/" + where + account.scope.account() + "_vpcflowlogs_us-east-1_" + id
                        + "_20260301T1200Z_[0-9a-f]{8}\\.log\\.gz");
        assertThat(lines(keys().get(0)))
                .containsExactly(
                        HEADER,
                        "2 " + account.scope.account() + " " + account.networkInterface
                                + " 10.0.0.5 10.0.0.9 49152 443 6 1 40 1772366461 1772366461 ACCEPT OK");
    }

    @Test
    void aFileIsOfFiveMinutes_byWhenRecordsEnd() {
        account.create(account.toBucket("arn:aws:s3:::" + bucket));
        send(1, NOON.plusSeconds(299));
        send(2, NOON.plusSeconds(300));
        clock.set(NOON.plusSeconds(599));
        assertThat(keys()).isEmpty();
        clock.set(NOON.plusSeconds(600));
        assertThat(keys()).hasSize(2);
        assertThat(keys().get(0)).contains("_20260301T1200Z_");
        assertThat(lines(keys().get(0))).hasSize(2).last().asString().contains(" 49152 1 6 ");
        assertThat(keys().get(1)).contains("_20260301T1205Z_");
        assertThat(lines(keys().get(1))).hasSize(2).last().asString().contains(" 49152 2 6 ");
    }

    @Test
    void lateTrafficIsAnotherFileOfThePeriod() {
        account.create(account.toBucket("arn:aws:s3:::" + bucket).maxAggregationInterval(60));
        send(1, NOON);
        clock.set(NOON.plusSeconds(300));
        send(2, NOON);
        clock.set(NOON.plusSeconds(301));
        assertThat(keys()).hasSize(2).allSatisfy(key -> assertThat(key).contains("_20260301T1200Z_"));
        assertThat(keys().stream().flatMap(key -> lines(key).stream().skip(1))).hasSize(2);
    }

    /** The files were put, but the process ended before that was noted; meanwhile there was more. */
    @Test
    void aDeliveryMadeAgainReplacesItsFiles() {
        String id = account.create(account.toBucket("arn:aws:s3:::" + bucket).maxAggregationInterval(60));
        send(1, NOON);
        clock.freeze();
        RecordSink dying = new DyingSink(sink);
        clockWithoutDelivery(NOON.plusSeconds(300));
        delivery(dying).deliver(account.scope, id, new BatchReader(store), false);
        assertThat(keys()).hasSize(1);
        assertThat(lines(keys().get(0))).hasSize(2);
        send(2, NOON.plusSeconds(1));
        delivery(sink).deliver(account.scope, id, new BatchReader(store), false);
        assertThat(keys()).hasSize(1);
        assertThat(lines(keys().get(0))).hasSize(3);
    }

    /** Traffic of the time before may come in between too: the files of both periods are what they should be. */
    @Test
    void aDeliveryMadeAgainAfterOlderTraffic() {
        String id = account.create(account.toBucket("arn:aws:s3:::" + bucket).maxAggregationInterval(60));
        send(1, NOON.plusSeconds(400));
        clockWithoutDelivery(NOON.plusSeconds(600));
        delivery(new DyingSink(sink)).deliver(account.scope, id, new BatchReader(store), false);
        send(2, NOON.plusSeconds(1));
        delivery(sink).deliver(account.scope, id, new BatchReader(store), false);
        assertThat(keys()).hasSize(2);
        assertThat(keys().stream().flatMap(key -> lines(key).stream().skip(1))).hasSize(2);
    }

    @Test
    void largeFilesAreRolled() {
        String id = account.create(account.toBucket("arn:aws:s3:::" + bucket));
        capture.capture(account.scope, ports(20_000));
        S3Sink small = new S3Sink(objects, files, metering, DataSize.ofKilobytes(8));
        delivery(small).deliver(account.scope, id, new BatchReader(store), true);
        assertThat(keys()).hasSizeGreaterThan(2);
        assertThat(keys()).allSatisfy(key -> assertThat(lines(key).get(0)).isEqualTo(HEADER));
        assertThat(keys().stream().flatMap(key -> lines(key).stream().skip(1)).distinct())
                .hasSize(20_000);
    }

    @Test
    void parquet_columnsTypesAndCodec() {
        account.create(account.toBucket("arn:aws:s3:::" + bucket)
                .logFormat("${version} ${interface-id} ${dstport} ${bytes} ${action} ${flow-direction}")
                .destinationOptions(o -> o.fileFormat("parquet")));
        send(443, NOON);
        send(22, NOON.plusSeconds(1));
        run.flush();
        assertThat(keys()).singleElement().asString().endsWith(".log.parquet");
        ParquetFile file = ParquetFile.read(Path.of(DeliveryTest.BUCKETS, bucket, keys().get(0)));
        assertThat(file.columns())
                .containsExactly(
                        "optional int32 version",
                        "optional binary interface_id (STRING)",
                        "optional int32 dstport",
                        "optional int64 bytes",
                        "optional binary action (STRING)",
                        "optional binary flow_direction (STRING)");
        assertThat(file.codecs()).containsOnly("GZIP");
        assertThat(file.rows())
                .extracting(row -> row.get("version"), row -> row.get("dstport"), row -> row.get("bytes"))
                .containsExactly(tuple(5, 443, 40L), tuple(5, 22, 40L));
        assertThat(file.rows()).allSatisfy(row -> assertThat(row)
                .containsEntry("interface_id", account.networkInterface)
                .containsEntry("action", "ACCEPT")
                .as("a dash in text")
                .doesNotContainKey("flow_direction"));
    }

    @Test
    void parquet_ofEveryField_withNothingToSay() throws IOException {
        RecordFormat all = new RecordFormat(RecordField.ALL);
        RecordFile file = RecordFile.of(all, true);
        file.add(FlowRecord.noData(InterfaceDetails.of("123456789010", "eni-1235b8ca123456789"), 1, 2));
        Path written = Path.of(DeliveryTest.BUCKETS, "every-field.parquet");
        Files.createDirectories(written.getParent());
        Files.write(written, file.finish());
        assertThat(ParquetFile.read(written).rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("account_id", "123456789010")
                .containsEntry("log_status", "NODATA")
                .containsEntry("version", 11)
                .doesNotContainKey("srcaddr"));
    }

    @Test
    void parquet_ofManyPages() {
        String id = account.create(account.toBucket("arn:aws:s3:::" + bucket)
                .logFormat("${dstport} ${bytes} ${pkt-srcaddr}")
                .destinationOptions(o -> o.fileFormat("parquet")));
        capture.capture(account.scope, ports(30_000));
        delivery(sink).deliver(account.scope, id, new BatchReader(store), true);
        List<Map<String, Object>> rows = ParquetFile.read(Path.of(DeliveryTest.BUCKETS, bucket, keys().get(0)))
                .rows();
        assertThat(rows).hasSize(30_000);
        assertThat(rows.stream().map(row -> row.get("dstport"))).doesNotHaveDuplicates();
    }

    /** Traffic to as many ports. */
    private List<ObservedTraffic> ports(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        port -> tcp(Flows.at(account), port, ACCEPT, 1, 40L + port * 7919L % 1400, NOON, Duration.ZERO))
                .toList();
    }

    private void send(int port, Instant at) {
        capture.capture(account.scope, List.of(tcp(Flows.at(account), port, ACCEPT, 1, 40, at, Duration.ZERO)));
    }

    /** Only this test's own deliveries are made: those of all others are up to date. */
    private void clockWithoutDelivery(Instant instant) {
        delivered = clock(instant);
    }

    private Clock delivered = Clock.systemUTC();

    private static Clock clock(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private FlowLogDelivery delivery(RecordSink only) {
        return new FlowLogDelivery(flowLogs, store, List.of(only), noData, properties, delivered, transactions);
    }

    private List<String> keys() {
        Path root = Path.of(DeliveryTest.BUCKETS, bucket);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String key) {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(Path.of(DeliveryTest.BUCKETS, bucket, key)))) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
