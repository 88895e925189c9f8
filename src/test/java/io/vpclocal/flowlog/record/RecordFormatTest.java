package io.vpclocal.flowlog.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.FlowAttributes.FlowDirection;
import io.vpclocal.flowlog.record.FlowAttributes.NextHop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {

    // AWS documentation, EC2 API reference: CreateFlowLogs, default of LogFormat
    @Test
    void defaultFormatHasTheFourteenFieldsOfVersionTwo() {
        assertThat(RecordFormat.parse(null).text())
                .isEqualTo("${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport}"
                        + " ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}");
        assertThat(RecordFormat.DEFAULT.header())
                .isEqualTo("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes"
                        + " start end action log-status");
    }

    // AWS documentation: the version of a record is the highest among its fields
    @ParameterizedTest
    @CsvSource({"${version},2", "${version} ${vpc-id},3", "${traffic-path} ${version},5", "${asg-tag-2},11"})
    void versionIsTheHighestOfTheFields(String format, int version) {
        assertThat(RecordFormat.parse(format).version()).isEqualTo(version);
    }

    // Recorded from AWS: the text
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${version} ",
                " ${version}",
                "${version}  ${start}",
                "version",
                "${version},${start}",
                "${version}${start}",
                "$version",
                "${}",
                "${version}\t${start}",
                " "
            })
    void malformedFormatIsRejected(String format) {
        assertThatThrownBy(() -> RecordFormat.parse(format))
                .isInstanceOf(InvalidRecordFormatException.class)
                .hasMessage("1 validation error detected: Value '" + format + "' at 'logFormat' has an invalid format");
    }

    // Recorded from AWS for one unknown field. UNVERIFIED: several
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${tgw-id} | 'tgw-id'",
                "${version} ${Version} | 'Version'",
                "${not-a-real-field} ${start} ${colour} | 'not-a-real-field', 'colour'"
            })
    void unknownFieldsAreRejected(String format, String names) {
        assertThatThrownBy(() -> RecordFormat.parse(format))
                .isInstanceOf(InvalidRecordFormatException.class)
                .hasMessage("Unknown fields provided: " + names);
    }

    @Test
    void everyFieldIsReadBackFromItsName() {
        RecordFormat all = new RecordFormat(RecordField.ALL);

        assertThat(RecordFormat.parse(all.text())).isEqualTo(all);
        assertThat(RecordField.ALL).hasSize(54).doesNotHaveDuplicates();
        assertThat(RecordField.PKT_SRC_AWS_SERVICE.columnName()).isEqualTo("pkt_src_aws_service");
    }

    // AWS documentation, VPC User Guide: flow log records, one value per field in the order of the table
    @Test
    void everyFieldHasItsValue() {
        assertThat(new RecordFormat(RecordField.ALL).render(full(null)))
                .isEqualTo(
                        "11 123456789010 eni-1 10.0.1.5 10.0.2.5 40000 443 6 5 500 100 160 ACCEPT OK vpc-1 subnet-1 i-1"
                                + " 19 IPv4 10.0.1.6 10.0.2.6 us-east-1 use1-az1 outpost op-1 EC2 S3 egress 7"
                                + " - web - - - - - - - - - rnat-1 3 a%20b%2F%C3%BC - - - - - vpc_endpoint"
                                + " eni-2 subnet-2 use1-az2 vpc-2 nat_gateway");
    }

    // AWS documentation: records with reject-reason BPA have no bytes
    @Test
    void blockPublicAccessRejectHasNoBytes() {
        assertThat(RecordFormat.parse("${packets} ${bytes} ${reject-reason}").render(full("BPA")))
                .isEqualTo("5 - BPA");
    }

    // Recorded from AWS: NODATA fields up to v5. UNVERIFIED: static fields of v7 to v11
    @Test
    void noDataKeepsOnlyTheInterface() {
        FlowRecord record = FlowRecord.noData(full(null).networkInterface(), 100, 160);

        assertThat(new RecordFormat(RecordField.ALL).render(record))
                .isEqualTo("11 123456789010 eni-1 - - - - - - - 100 160 - NODATA vpc-1 subnet-1 i-1"
                        + " - - - - us-east-1 use1-az1 outpost op-1 - - - -"
                        + " - web - - - - - - - - - rnat-1 - a%20b%2F%C3%BC - - - - - vpc_endpoint - - - - -");
    }

    private static FlowRecord full(@org.jspecify.annotations.Nullable String rejectReason) {
        InterfaceDetails at = new InterfaceDetails(
                "123456789010",
                "eni-1",
                "vpc-1",
                "subnet-1",
                "i-1",
                "us-east-1",
                "use1-az1",
                "outpost",
                "op-1",
                "rnat-1",
                "vpc_endpoint",
                Map.of(RecordField.ECS_CLUSTER_NAME, "web", RecordField.INSTANCE_TAG, "a b/ü"));
        FlowAttributes flow = new FlowAttributes(
                "10.0.1.5",
                "10.0.2.5",
                40000,
                443,
                6,
                Action.ACCEPT,
                "IPv4",
                "10.0.1.6",
                "10.0.2.6",
                "EC2",
                "S3",
                FlowDirection.egress,
                TrafficPath.of(7),
                rejectReason,
                3,
                new NextHop("eni-2", "subnet-2", "use1-az2", "vpc-2", "nat_gateway"));
        return FlowRecord.ok(at, flow, 5, 500, 19, 100, 160);
    }

    // AWS documentation, VPC User Guide: TCP flags; ACK counts only with SYN
    @ParameterizedTest
    @CsvSource({"2,2", "18,18", "16,0", "24,0", "17,1", "20,4", "194,2", "3,", "6,", "0,0"})
    void tcpFlagsOfOnePacket(int header, @org.jspecify.annotations.Nullable Integer expected) {
        assertThat(TcpFlags.ofPacket(header)).isEqualTo(expected);
    }
}
