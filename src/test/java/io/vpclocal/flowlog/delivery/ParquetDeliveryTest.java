package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.RecordField;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.testing.OtherEmulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AWS documentation, VPC User Guide: publish flow logs to Amazon S3; Parquet types recorded from AWS. */
@OtherEmulatorTest
class ParquetDeliveryTest extends DeliveryAtNoon {

    private static final String HEADER =
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action"
                    + " log-status";

    private Bucket bucket;

    @BeforeEach
    void emptyBucket() throws IOException {
        bucket = Bucket.emptyOf(account);
    }

    @Test
    void parquet_columnsTypesAndCodec() {
        account.create(account.toBucket(bucket.arn())
                .logFormat("${version} ${interface-id} ${dstport} ${bytes} ${action} ${flow-direction}")
                .destinationOptions(o -> o.fileFormat("parquet")));
        send(443, NOON);
        send(22, NOON.plusSeconds(1));
        run.flush();
        assertThat(bucket.keys()).singleElement().asString().endsWith(".log.parquet");
        ParquetFile file = ParquetFile.read(bucket.file(bucket.keys().get(0)));
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
                .as("null where a text file has a dash")
                .doesNotContainKey("flow_direction"));
    }

    @Test
    void parquet_ofEveryField_withoutValues() throws IOException {
        RecordFormat all = new RecordFormat(RecordField.ALL);
        RecordFile file = RecordFile.of(all, true);
        file.add(FlowRecord.noData(InterfaceDetails.of("123456789010", "eni-1235b8ca123456789"), 1, 2));
        Path written = OtherEmulatorTest.BUCKETS.resolve("every-field.parquet");
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
        account.create(account.toBucket(bucket.arn())
                .logFormat("${dstport} ${bytes} ${pkt-srcaddr}")
                .destinationOptions(o -> o.fileFormat("parquet")));
        capture.capture(account.scope, Flows.toPorts(account, 30_000, NOON));
        run.flush();
        List<Map<String, Object>> rows =
                ParquetFile.read(bucket.file(bucket.keys().get(0))).rows();
        assertThat(rows).hasSize(30_000);
        assertThat(rows.stream().map(row -> row.get("dstport"))).doesNotHaveDuplicates();
    }

    private void send(int port, Instant at) {
        capture.capture(account.scope, List.of(tcp(Flows.at(account), port, ACCEPT, 1, 40, at, Duration.ZERO)));
    }
}
