package io.vpclocal.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsightsQueryTest {

    /** AWS documentation, "Sample queries", the ones for VPC flow logs and NAT gateways, run on a few records. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            stats sum(packets) as packetsTransferred by srcAddr, dstAddr | sort packetsTransferred  desc | limit 2 ; srcAddr=192.0.2.77 dstAddr=172.31.16.21 packetsTransferred=100 / srcAddr=172.31.16.139 dstAddr=172.31.16.21 packetsTransferred=27
            filter isIpv4InSubnet(srcAddr, "192.0.2.0/24") | stats sum(bytes) as bytesTransferred by dstAddr | sort bytesTransferred desc | limit 15 ; dstAddr=172.31.16.21 bytesTransferred=90000
            filter protocol=17 | stats count(*) by srcAddr ; srcAddr=172.31.16.139 count(*)=1
            filter logStatus="SKIPDATA" | stats count(*) by bin(1h) as t | sort t ; t=2014-12-14 04:00:00.000 count(*)=1
            fields @timestamp, srcAddr, dstAddr, srcPort, dstPort, protocol, bytes | filter @logStream = 'stream-1' and interfaceId = 'eni-2' | sort @timestamp desc | dedup srcAddr, dstAddr, srcPort, dstPort, protocol | limit 20 ; @timestamp=2014-12-14 04:09:50.000 srcAddr=192.0.2.77 dstAddr=172.31.16.21 srcPort=443 dstPort=40000 protocol=6 bytes=90000
            filter (dstAddr like '172.31.16.21' and srcAddr like '172.31.') | stats sum(bytes) as bytesTransferred by srcAddr, dstAddr | sort bytesTransferred desc | limit 10 ; srcAddr=172.31.16.139 dstAddr=172.31.16.21 bytesTransferred=5000
            filter (dstAddr like '172.31.16.21' and srcAddr not like '172.31.') | stats sum(bytes) as bytesTransferred by srcAddr, dstAddr | sort bytesTransferred desc | limit 10 ; srcAddr=192.0.2.77 dstAddr=172.31.16.21 bytesTransferred=90000
            fields @timestamp, @message, @logStream, @log | filter interfaceId = 'eni-2' | stats count(*) by interfaceId, logStatus | sort by interfaceId, logStatus ; interfaceId=eni-2 logStatus=NODATA count(*)=1 / interfaceId=eni-2 logStatus=OK count(*)=1
            stats avg(bytes), max(bytes) by dstAddr | sort dstAddr | limit 2 ; dstAddr=- / dstAddr=172.31.9.12 avg(bytes)=4249 max(bytes)=4249
            """)
    void flowLogSamples(String query, String expected) {
        String rows = Logs.rows(query, Logs.flows());
        // max of a text value is that value; the dash of a record without data is a text.
        assertThat(rows.replace("dstAddr=- max(bytes)=-", "dstAddr=-")).isEqualTo(expected);
    }

    /** AWS documentation, GetLogRecord: the sample has a custom format with names of this form. */
    @Test
    void flowLogs_customFormat() {
        List<LogRecord> records = Logs.of(
                FieldDiscovery.flowLogs(List.of(
                        Logs.DEFAULT_FORMAT,
                        List.of("account-id", "interface-id", "protocol", "packets", "action"),
                        List.of("pkt-srcaddr", "tcp-flags", "start"))),
                "123456789012 eni-1 6 33 ACCEPT",
                "10.0.0.1 19 1418530010",
                "no such format here at all");
        assertThat(Logs.rows(
                        "display accountId, interfaceId, packets, action, pktSrcaddr, pktSrcAddr, tcpFlags, startTime",
                        records))
                .isEqualTo(" / pktSrcAddr=10.0.0.1 tcpFlags=19 startTime=1418530010"
                        + " / accountId=123456789012 interfaceId=eni-1 packets=33 action=ACCEPT");
    }

    /** AWS documentation: the pages of the commands. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            fields @message ; @message=b 2 / @message=a 10 / @message=a 9
            fields strlen(@message) as n, n * 2 as twice | display twice ; twice=6 / twice=8 / twice=6
            fields @message | sort @message asc ; @message=a 9 / @message=a 10 / @message=b 2
            fields @message | sort @message desc ; @message=b 2 / @message=a 10 / @message=a 9
            fields @message | limit 1 ; @message=b 2
            fields @message | sort @timestamp asc | limit 1 ; @message=a 9
            fields @message | limit any 1 ; @message=a 9
            fields @message # | filter @message like /b/ ; @message=b 2 / @message=a 10 / @message=a 9
            FIELDS @message | FILTER @message LIKE 'a' AND NOT @message =~ /9$/ ; @message=a 10
            fields @message | where @message in ["a 9", 'b 2'] ; @message=b 2 / @message=a 9
            fields @message | filter @message not in ["a 9", 'b 2'] ; @message=a 10
            parse @message "* *" as letter, digits | display letter, digits ; letter=b digits=2 / letter=a digits=10 / letter=a digits=9
            parse "a *" as digits | display digits ; / digits=10 / digits=9
            fields @message | parse @message "a *" as digits ; @message=b 2 / @message=a 10 digits=10 / @message=a 9 digits=9
            parse @message /(?<letter>[a-z]) (?<digits>\\d+)/ | stats sum(digits) as s by letter | sort letter ; letter=a s=19 / letter=b s=2
            parse @message /(\\d)/ as digit multi | stats count(*) as n by digit | sort digit ; digit=0 n=1 / digit=1 n=1 / digit=2 n=1 / digit=9 n=1
            parse @message "* *" as letter, digits | display @message | dedup letter ; @message=b 2 / @message=a 10
            parse @message "a *" as digits | dedup digits | limit 2 ; @timestamp=2014-12-14 04:08:50.000 @message=b 2 / @timestamp=2014-12-14 04:07:50.000 @message=a 10 digits=10
            filter @message = 'none' ; ``
            stats count(*) ; count(*)=3
            stats count() as n, n * 2 as twice ; n=3 twice=6
            stats count(*) by bin(2m) | sort bin(2m) ; bin(2m)=2014-12-14 04:06:00.000 count(*)=2 / bin(2m)=2014-12-14 04:08:00.000 count(*)=1
            stats count(*) by bin(300s) | sort bin(300s) | limit 1 ; bin(300s)=2014-12-14 04:06:00.000 count(*)=1
            stats count(*) as n by @logStream | filter n > 1 | stats sum(n) as total ; total=2
            stats earliest(@message) as e, latest(@message) as l, earliest(@timestamp) as t ; e=a 9 l=b 2 t=1418530010000
            stats sortsFirst(@message) as f, sortsLast(@message) as l, min(@message) as a, max(@message) as b ; f=a 9 l=b 2 a=a 9 b=b 2
            stats topk(1, substr(@message, 0, 1)) as top ; top=["a"]
            stats values(substr(@message, 0, 1)) as v, countDistinct(substr(@message, 0, 1)) as n ; v=["a","b"] n=2
            stats max(@timestamp) as t by @logStream | stats count(*) by dateceil(t, 1h) as hour ; hour=2014-12-14 05:00:00.000 count(*)=2
            fields @message | display @log, @logStream | limit 1 ; @log=123456789012:group @logStream=stream-0
            fields @ingestionTime | limit 1 ; @ingestionTime=2014-12-14 04:08:50.500
            """)
    void commands(String query, String expected) {
        assertThat(Logs.rows(query, Logs.text("a 9", "a 10", "b 2")).strip()).isEqualTo(expected);
    }

    /** AWS documentation, "parse": logfmt and CSV. */
    @Test
    void parse_logfmtAndCsv() {
        assertThat(Logs.rows(
                        "parse @message logfmt as lf | filter lf.level = \"error\" | display lf.msg, lf.duration",
                        Logs.text("level=error msg=\"it broke\" duration=12", "level=info msg=fine")))
                .isEqualTo("lf.msg=it broke lf.duration=12");
        assertThat(Logs.rows(
                        "parse @message csv as t, level, message | filter level = \"ERROR\" | display t, message",
                        Logs.text("1, ERROR, \"a, \"\"b\"\"\"", "2, INFO, c")))
                .isEqualTo("t=1 message=a, \"b\"");
    }

    /** AWS documentation, "Fields in JSON logs", "Structure types" and "unnest". */
    @Test
    void json_fieldsAndStructures() {
        List<LogRecord> records = Logs.text(
                "{\"requestParameters\":{\"items\":[{\"instanceId\":\"i-abcde123\"}]},"
                        + "\"foo-bar\":1.50,\"@x\":7,\"flag\":true,\"none\":null,\"events\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
        assertThat(Logs.rows(
                        "filter requestParameters.items.0.instanceId=\"i-abcde123\" and flag = 1 and flag = true "
                                + "| display `foo-bar`, @@x, flag, none, ispresent(none) as p",
                        records))
                .isEqualTo("foo-bar=1.50 @@x=7 flag=1 p=0");
        assertThat(Logs.rows(
                        "fields jsonParse(@message) as j | unnest j.events into event | display event.name", records))
                .isEqualTo("event.name=a / event.name=b");
        assertThat(Logs.rows(
                        "fields jsonParse(@message) as j | display j.`foo-bar`, j.events[1].name as n, "
                                + "jsonParse(@message).flag as f, toupper(j) as u, j = j as same",
                        records))
                .isEqualTo("j.`foo-bar`=1.50 n=b f=1 same=0");
    }

    /** AWS documentation, "sort": the list of the page, in its order. */
    @Test
    void sort_natural() {
        String[] ordered = {
            "!",
            "#",
            "*%04",
            "0#",
            "5A",
            "111A",
            "2345_",
            "@",
            "@_",
            "A",
            "A9876fghj",
            "a12345hfh",
            "0",
            "01",
            "1",
            "2",
            "3"
        };
        List<String> shuffled = new ArrayList<>(List.of(ordered));
        Collections.reverse(shuffled);
        assertThat(Logs.rows("display @message | sort @message", Logs.text(shuffled.toArray(String[]::new))))
                .isEqualTo("@message=" + String.join(" / @message=", ordered));
    }

    @Test
    void result_hasStatisticsAndPointers() {
        QueryResult result = Logs.run("filter action = 'ACCEPT' | limit 1", Logs.flows());
        assertThat(result.statistics().recordsScanned()).isEqualTo(6);
        assertThat(result.statistics().recordsMatched()).isEqualTo(3);
        assertThat(result.statistics().bytesScanned())
                .isEqualTo(Logs.flows().stream()
                        .mapToInt(r -> r.message().length())
                        .sum());
        assertThat(result.rows()).hasSize(1);
        assertThat(result.rows().get(0)).last().isEqualTo(new QueryResult.Field("@ptr", "ptr3"));
        assertThat(result.complete()).isTrue();
        assertThat(Logs.run("stats count(*)", Logs.flows()).rows().get(0)).hasSize(1);
        assertThat(Logs.run("fields @message | limit any 2", Logs.flows())
                        .statistics()
                        .recordsScanned())
                .isEqualTo(2);
        assertThat(Logs.run("fields @message", Logs.text("\u20ac\uD83D\uDE00\u00e9"))
                        .statistics()
                        .bytesScanned())
                .isEqualTo(9);
    }

    @Test
    void run_endsWhenCancelledAndHonoursItsLimit() {
        QueryRun cancelled = new QueryRun(0, 0, 0, 10, () -> true);
        assertThat(InsightsQuery.compile("fields @message").execute(Logs.flows().iterator(), cancelled))
                .satisfies(result -> assertThat(result.complete()).isFalse())
                .satisfies(result -> assertThat(result.rows()).isEmpty());
        QueryRun two = new QueryRun(0, 0, 0, 2, () -> false);
        assertThat(InsightsQuery.compile("fields @message | limit 5")
                        .execute(Logs.flows().iterator(), two)
                        .rows())
                .hasSize(2);
    }

    /** AWS documentation: the other sample queries, compiled only. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter @type = \"REPORT\" | stats max(@memorySize / 1000 / 1000) as provisonedMemoryMB, min(@maxMemoryUsed / 1000 / 1000) as smallestMemoryRequestMB, avg(@maxMemoryUsed / 1000 / 1000) as avgMemoryUsedMB, max(@maxMemoryUsed / 1000 / 1000) as maxMemoryUsedMB, provisonedMemoryMB - maxMemoryUsedMB as overProvisionedMB",
                "filter @type = \"REPORT\" |\n stats avg(@duration), max(@duration), min(@duration) by bin(5m)",
                "filter (eventName=\"StartInstances\" or eventName=\"StopInstances\") and awsRegion=\"us-east-2\"",
                "filter eventName=\"UpdateTrail\" and ispresent(errorCode) | stats count(*) by errorCode, errorMessage",
                "filter tlsDetails.tlsVersion in [ \"TLSv1\", \"TLSv1.1\" ] | stats count(*) as n by userIdentity.accountId, tlsDetails.cipherSuite | sort userIdentity.accountId",
                "fields @timestamp, @message | stats count(*) as numberOfEvents by `detail-type` | sort numberOfEvents desc",
                "filter @`aws.tag.aws:cloudformation:stack-name` = \"my-stack\"",
                "parse @message \"user=*, method:*, latency := *\" as @user,\n @method, @latency | stats avg(@latency) by @method,\n @user",
                "parse @message /user=(?<user2>.*?), method:(?<method2>.*?),\n latency := (?<latency2>.*?)/ | stats avg(latency2) by method2,\n user2",
                "FIELDS @message | PARSE @message \"* [*] *\" as loggingTime, loggingType, loggingMessage | FILTER loggingType IN [\"ERROR\", \"INFO\"] | DISPLAY loggingMessage, loggingType = \"ERROR\" as isError",
                "FIELDS strlen(@message) AS message_length | STATS sum(message_length)/1024/1024 as logs_mb BY BIN(5m) as @t | STATS max(logs_mb) AS peak_ingest_mb, avg(logs_mb) AS avg_ingest_mb BY dateceil(@t, 10m)",
                "STATS countDistinct(client_ip) AS session_ips, count(*) AS requests BY session_id, client_platform | FILTER session_ips > 1 | STATS count(*) AS multiple_ip_sessions, sum(requests) / count(*) AS avg_session_requests BY client_platform",
                "filter toMillis(@timestamp) >= (now() * 1000 - 7200000) | fields @message like /(?i)(error|failure)/ as failed",
                "fields jsonParse(@message) as js | unnest js.accounts into account | filter account.type = \"internal\" | stats sum(account.droppedSpans) as n by account.accountId | sort n desc | limit 10",
                "parse @message /(?<NetworkInterface>eni-.*?) / | display NetworkInterface, @message"
            })
    void documentedQueries_compile(String query) {
        assertThatNoException().isThrownBy(() -> InsightsQuery.compile(query));
    }

    /** AWS documentation, "expand": the example. */
    @Test
    void expand_makesARowOfEachElement() {
        assertThat(Logs.rows(
                        "expand items | stats count(*) as n by items, host | sort items",
                        Logs.text(
                                "{\"items\":[\"apple\",\"banana\"],\"host\":\"web-01\"}",
                                "{\"items\":\"[\\\"apple\\\"]\",\"host\":\"web-01\"}",
                                "{\"host\":\"web-02\"}")))
                .isEqualTo("host=web-02 n=1 / items=apple host=web-01 n=2 / items=banana host=web-01 n=1");
    }

    @Test
    void commandNamesCanBeFieldNames() {
        assertThatNoException()
                .isThrownBy(() -> InsightsQuery.compile("filter source = 'a' | stats count(*) by pattern"));
    }
}
