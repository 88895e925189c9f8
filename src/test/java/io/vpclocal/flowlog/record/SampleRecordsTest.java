package io.vpclocal.flowlog.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.record.FlowAttributes.Action;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS's sample records: parsed into values by field name and written again by the format. */
class SampleRecordsTest {

    private static final String FLAGS = "${version} ${vpc-id} ${subnet-id} ${instance-id} ${interface-id} ${account-id}"
            + " ${type} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${protocol} ${bytes}"
            + " ${packets} ${start} ${end} ${action} ${tcp-flags} ${log-status}";
    private static final String FLAGS_PREFIX = "3 vpc-abcdefab012345678 subnet-aaaaaaaa012345678 i-01234567890123456"
            + " eni-1235b8ca123456789 123456789010 IPv4 ";

    // AWS documentation, VPC User Guide: default format examples; the last one recorded from a Firehose delivery
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK",
                "2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK",
                "2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA",
                "2 123456789010 eni-11111111aaaaaaaaa - - - - - - - 1431280876 1431280934 - SKIPDATA",
                "2 123456789010 eni-1235b8ca123456789 2001:db8:1234:a100:8d6e:3477:df66:f105"
                        + " 2001:db8:1234:a102:3304:8879:34cf:4071 34892 22 6 54 8855 1477913708 1477913820 ACCEPT OK",
                "2 123456789010 eni-1235b8ca123456789 203.0.113.12 172.31.16.139 0 0 1 4 336 1432917027 1432917142 ACCEPT OK",
                "2 123456789010 eni-1235b8ca123456789 172.31.16.139 203.0.113.12 0 0 1 4 336 1432917094 1432917142 REJECT OK",
                "2 428961148399 eni-0e0bf7be352692297 - - - - - - - 1671029698 1671029728 - NODATA"
            })
    void defaultFormat(String sample) {
        assertRewritten(RecordFormat.DEFAULT.text(), sample);
    }

    // AWS documentation, VPC User Guide: TCP flag sequence
    @ParameterizedTest
    @ValueSource(
            strings = {
                "52.213.180.42 10.0.0.62 43416 5001 52.213.180.42 10.0.0.62 6 568 8 1566848875 1566848933 ACCEPT 2 OK",
                "10.0.0.62 52.213.180.42 5001 43416 10.0.0.62 52.213.180.42 6 376 7 1566848875 1566848933 ACCEPT 18 OK",
                "10.0.0.62 52.213.180.42 5001 43418 10.0.0.62 52.213.180.42 6 63388 1219 1566848933 1566849113 ACCEPT 1 OK",
                "52.213.180.42 10.0.0.62 43418 5001 52.213.180.42 10.0.0.62 6 23294588 15774 1566848933 1566849113 ACCEPT 1 OK",
                "52.213.180.42 10.0.0.62 43638 5001 52.213.180.42 10.0.0.62 6 1260 17 1566933133 1566933193 ACCEPT 3 OK",
                "10.0.0.62 52.213.180.42 5001 43638 10.0.0.62 52.213.180.42 6 967 14 1566933133 1566933193 ACCEPT 19 OK"
            })
    void tcpFlagSequence(String sample) {
        assertRewritten(FLAGS, FLAGS_PREFIX + sample);
    }

    // AWS documentation, VPC User Guide: traffic through NAT gateways
    @ParameterizedTest
    @ValueSource(
            strings = {
                "- eni-1235b8ca123456789 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5",
                "- eni-1235b8ca123456789 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5",
                "- eni-1235b8ca123456789 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220",
                "- eni-1235b8ca123456789 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5",
                "i-01234567890123456 eni-1111aaaa2222bbbb3 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5",
                "i-01234567890123456 eni-1111aaaa2222bbbb3 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5"
            })
    void zonalNatGateway(String sample) {
        assertRewritten("${instance-id} ${interface-id} ${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr}", sample);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nat-1234567890abcdef - - - 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5",
                "nat-1234567890abcdef - - - 107.22.182.139 203.0.113.5 107.22.182.139 203.0.113.5",
                "nat-1234567890abcdef - - - 203.0.113.5 107.22.182.139 203.0.113.5 107.22.182.139",
                "nat-1234567890abcdef - - - 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5",
                "- i-01234567890123456 eni-1111aaaa2222bbbb3 subnet-aaaaaaaa012345678 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5"
            })
    void regionalNatGateway(String sample) {
        assertRewritten(
                "${resource-id} ${instance-id} ${interface-id} ${subnet-id} ${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr}",
                sample);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 eni-33333333333333333 123456789010 vpc-abcdefab012345678 subnet-22222222bbbbbbbbb i-01234567890123456"
                        + " 10.20.33.164 10.40.2.236 39812 80 6 3 IPv4 10.20.33.164 10.40.2.236 ACCEPT OK",
                "3 eni-33333333333333333 123456789010 vpc-abcdefab012345678 subnet-22222222bbbbbbbbb i-01234567890123456"
                        + " 10.40.2.236 10.20.33.164 80 39812 6 19 IPv4 10.40.2.236 10.20.33.164 ACCEPT OK",
                "3 eni-11111111111111111 123456789010 vpc-abcdefab012345678 subnet-11111111aaaaaaaaa -"
                        + " 10.40.1.175 10.40.2.236 39812 80 6 3 IPv4 10.20.33.164 10.40.2.236 ACCEPT OK",
                "3 eni-22222222222222222 123456789010 vpc-abcdefab012345678 subnet-22222222bbbbbbbbb -"
                        + " 10.40.2.236 10.40.2.31 80 39812 6 19 IPv4 10.40.2.236 10.20.33.164 ACCEPT OK"
            })
    void transitGatewayInterfaces(String sample) {
        assertRewritten(
                "${version} ${interface-id} ${account-id} ${vpc-id} ${subnet-id} ${instance-id} ${srcaddr} ${dstaddr}"
                        + " ${srcport} ${dstport} ${protocol} ${tcp-flags} ${type} ${pkt-srcaddr} ${pkt-dstaddr}"
                        + " ${action} ${log-status}",
                sample);
    }

    // Recorded from AWS: SKIPDATA in the console's order of the 29 fields up to version 5
    @Test
    void skipDataKeepsInterfaceFields() {
        assertRewritten(
                "${account-id} ${action} ${az-id} ${bytes} ${dstaddr} ${dstport} ${end} ${flow-direction} ${instance-id}"
                        + " ${interface-id} ${log-status} ${packets} ${pkt-dst-aws-service} ${pkt-dstaddr}"
                        + " ${pkt-src-aws-service} ${pkt-srcaddr} ${protocol} ${region} ${srcaddr} ${srcport} ${start}"
                        + " ${sublocation-id} ${sublocation-type} ${subnet-id} ${tcp-flags} ${traffic-path} ${type}"
                        + " ${version} ${vpc-id}",
                "325352056000 - apne1-az1 - - - 1700185000 - i-085c8f3d12aa57000 eni-03a3504cbdd789000 SKIPDATA - - - -"
                        + " - - ap-northeast-1 - - 1700185000 - - subnet-f27b1000 - - - 5 vpc-bcd5b000");
    }

    private static void assertRewritten(String format, String sample) {
        RecordFormat parsed = RecordFormat.parse(format);
        Map<String, String> values = new HashMap<>();
        String[] words = sample.split(" ");
        assertThat(words).hasSameSizeAs(parsed.fields());
        for (int i = 0; i < words.length; i++) {
            values.put(parsed.fields().get(i).wireName(), words[i]);
        }
        assertThat(parsed.render(record(values))).isEqualTo(sample);
    }

    private static FlowRecord record(Map<String, String> values) {
        InterfaceDetails at = new InterfaceDetails(
                values.getOrDefault("account-id", "123456789010"),
                text(values, "interface-id"),
                text(values, "vpc-id"),
                text(values, "subnet-id"),
                text(values, "instance-id"),
                text(values, "region"),
                text(values, "az-id"),
                null,
                null,
                text(values, "resource-id"),
                null,
                Map.of());
        long start = number(values, "start");
        long end = number(values, "end");
        String status = values.getOrDefault("log-status", "OK");
        if (status.equals("NODATA")) {
            return FlowRecord.noData(at, start, end);
        }
        if (status.equals("SKIPDATA")) {
            return FlowRecord.skipData(at, start, end);
        }
        FlowAttributes flow = FlowAttributes.of(
                address(values, "srcaddr"),
                address(values, "dstaddr"),
                (int) number(values, "srcport"),
                (int) number(values, "dstport"),
                (int) number(values, "protocol"),
                Action.valueOf(values.getOrDefault("action", "ACCEPT")));
        if (values.containsKey("pkt-srcaddr")) {
            flow = flow.withPacketAddresses(address(values, "pkt-srcaddr"), address(values, "pkt-dstaddr"));
        }
        int flags = (int) number(values, "tcp-flags");
        return FlowRecord.ok(at, flow, number(values, "packets"), number(values, "bytes"), flags, start, end);
    }

    private static @Nullable String text(Map<String, String> values, String field) {
        String value = values.get(field);
        return "-".equals(value) ? null : value;
    }

    private static String address(Map<String, String> values, String field) {
        return Objects.requireNonNull(values.get(field));
    }

    private static long number(Map<String, String> values, String field) {
        String value = text(values, field);
        return value == null ? 0 : Long.parseLong(value);
    }
}
