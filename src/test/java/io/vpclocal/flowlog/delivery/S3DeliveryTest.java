package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.s3.ObjectStore;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.testing.OtherEmulatorTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** AWS documentation, VPC User Guide: publish flow logs to Amazon S3; header line and Parquet types recorded from AWS. */
@OtherEmulatorTest
class S3DeliveryTest extends DeliveryAtNoon {

    private static final String HEADER =
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action"
                    + " log-status";

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
    private NoDataRecords noData;

    @Autowired
    private DeliveryProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    private Bucket bucket;

    @BeforeEach
    void emptyBucket() throws IOException {
        bucket = Bucket.emptyOf(account);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, 'AWSLogs/ACCOUNT/vpcflowlogs/us-east-1/2026/03/01/'",
        "false, true, 'AWSLogs/ACCOUNT/vpcflowlogs/us-east-1/2026/03/01/12/'",
        "true, false, 'AWSLogs/aws-account-id=ACCOUNT/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=03/day=01/'",
        "true, true, 'AWSLogs/aws-account-id=ACCOUNT/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=03/day=01/hour=12/'"
    })
    void keysAndHeader(boolean hive, boolean hourly, String folder) {
        String id = account.create(account.toBucket(bucket.arn() + "/my/prefix/")
                .maxAggregationInterval(60)
                .destinationOptions(o -> o.hiveCompatiblePartitions(hive).perHourPartition(hourly)));
        send(443, NOON.plusSeconds(61));
        clock.set(NOON.plusSeconds(299));
        assertThat(bucket.keys()).isEmpty();
        clock.set(NOON.plusSeconds(300));
        String where = folder.replace("ACCOUNT", account.scope.account());
        assertThat(bucket.keys())
                .singleElement()
                .asString()
                .matches("my/prefix/" + where + account.scope.account() + "_vpcflowlogs_us-east-1_" + id
                        + "_20260301T1200Z_[0-9a-f]{8}\\.log\\.gz");
        assertThat(bucket.lines(bucket.keys().get(0)))
                .containsExactly(
                        HEADER,
                        "2 " + account.scope.account() + " " + account.networkInterface
                                + " 10.0.0.5 10.0.0.9 49152 443 6 1 40 1772366461 1772366461 ACCEPT OK");
    }

    @Test
    void filesCoverFiveMinutesByRecordEnd() {
        account.create(account.toBucket(bucket.arn()));
        send(1, NOON.plusSeconds(299));
        send(2, NOON.plusSeconds(300));
        clock.set(NOON.plusSeconds(599));
        assertThat(bucket.keys()).isEmpty();
        clock.set(NOON.plusSeconds(600));
        assertThat(bucket.keys()).hasSize(2);
        assertThat(bucket.keys().get(0)).contains("_20260301T1200Z_");
        assertThat(bucket.lines(bucket.keys().get(0)))
                .hasSize(2)
                .last()
                .asString()
                .contains(" 49152 1 6 ");
        assertThat(bucket.keys().get(1)).contains("_20260301T1205Z_");
        assertThat(bucket.lines(bucket.keys().get(1)))
                .hasSize(2)
                .last()
                .asString()
                .contains(" 49152 2 6 ");
    }

    @Test
    void lateTrafficMakesAnotherFileOfThePeriod() {
        account.create(account.toBucket(bucket.arn()).maxAggregationInterval(60));
        send(1, NOON);
        clock.set(NOON.plusSeconds(300));
        send(2, NOON);
        clock.set(NOON.plusSeconds(301));
        assertThat(bucket.keys()).hasSize(2).allSatisfy(key -> assertThat(key).contains("_20260301T1200Z_"));
        assertThat(bucket.keys().stream()
                        .flatMap(key -> bucket.lines(key).stream().skip(1)))
                .hasSize(2);
    }

    /** The process dies after the put and before the commit. More traffic arrives before the retry. */
    @Test
    void repeatedDeliveryReplacesItsFiles() {
        String id = account.create(account.toBucket(bucket.arn()).maxAggregationInterval(60));
        send(1, NOON);
        clock.freeze();
        RecordSink dying = new DyingSink(sink);
        clockWithoutDelivery(NOON.plusSeconds(300));
        delivery(dying).deliver(account.scope, id, new BatchReader(store), false);
        assertThat(bucket.keys()).hasSize(1);
        assertThat(bucket.lines(bucket.keys().get(0))).hasSize(2);
        send(2, NOON.plusSeconds(1));
        delivery(sink).deliver(account.scope, id, new BatchReader(store), false);
        assertThat(bucket.keys()).hasSize(1);
        assertThat(bucket.lines(bucket.keys().get(0))).hasSize(3);
    }

    /** Older traffic arrives before the retry. The files of both periods must be complete. */
    @Test
    void repeatedDeliveryAfterOlderTraffic() {
        String id = account.create(account.toBucket(bucket.arn()).maxAggregationInterval(60));
        send(1, NOON.plusSeconds(400));
        clockWithoutDelivery(NOON.plusSeconds(600));
        delivery(new DyingSink(sink)).deliver(account.scope, id, new BatchReader(store), false);
        send(2, NOON.plusSeconds(1));
        delivery(sink).deliver(account.scope, id, new BatchReader(store), false);
        assertThat(bucket.keys()).hasSize(2);
        assertThat(bucket.keys().stream()
                        .flatMap(key -> bucket.lines(key).stream().skip(1)))
                .hasSize(2);
    }

    @Test
    void largeFilesAreRolled() {
        String id = account.create(account.toBucket(bucket.arn()));
        capture.capture(account.scope, Flows.toPorts(account, 20_000, NOON));
        S3Sink small = new S3Sink(objects, files, metering, DataSize.ofKilobytes(8));
        delivery(small).deliver(account.scope, id, new BatchReader(store), true);
        assertThat(bucket.keys()).hasSizeGreaterThan(2);
        assertThat(bucket.keys())
                .allSatisfy(key -> assertThat(bucket.lines(key).get(0)).isEqualTo(HEADER));
        assertThat(bucket.keys().stream()
                        .flatMap(key -> bucket.lines(key).stream().skip(1))
                        .distinct())
                .hasSize(20_000);
    }

    private void send(int port, Instant at) {
        capture.capture(account.scope, List.of(tcp(Flows.at(account), port, ACCEPT, 1, 40, at, Duration.ZERO)));
    }

    /** Moves the clock without deliveries of other accounts: those are up to date. */
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
}
