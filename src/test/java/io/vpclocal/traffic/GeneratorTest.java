package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OtherEmulatorTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import tools.jackson.databind.JsonNode;

/** Background traffic. The API is the emulator's own. */
@OtherEmulatorTest
class GeneratorTest {

    private static final String PATH = "/_vpclocal/traffic/generators";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private Lan lan;

    @BeforeEach
    void noon() throws Exception {
        clock.freeze();
        clock.set(NOON);
        lan = withFlowLog();
    }

    @AfterEach
    void realTime() throws Exception {
        stopAll(lan);
        clock.real();
        clock.thaw();
    }

    @Test
    void sendsByTheEmulatorsClock_andTheNetworkDecides() throws Exception {
        JsonNode started = start(lan, "'rate':2,'scanPercent':25");
        assertThat(started.get("id").stringValue()).startsWith("gen-0");
        assertThat(started.get("sent").longValue()).isZero();
        clock.advance(Duration.ofSeconds(59));
        assertThat(only(lan).get("sent").longValue()).isEqualTo(118);
        assertThat(messages(lan)).as("the window is still open").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(only(lan).get("sent").longValue()).isEqualTo(120);
        clock.advance(Duration.ofMinutes(5));
        assertThat(only(lan).get("sent").longValue()).isEqualTo(720);

        List<String[]> records =
                messages(lan).stream().map(line -> line.split(" ")).toList();
        assertThat(records).isNotEmpty();
        assertThat(records.stream().filter(r -> r[2].equals(lan.server) && r[12].equals("REJECT")))
                .as("nothing but scans is rejected")
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record[6]).isNotEqualTo("443"));
        assertThat(records.stream().filter(r -> r[12].equals("ACCEPT") && r[2].equals(lan.server)))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(List.of(record[5], record[6])).contains("443"));
    }

    @Test
    void equalSeedsSendEqualFlows_howeverTimeIsMoved() throws Exception {
        Lan other = withFlowLog();
        Lan different = withFlowLog();
        start(lan, "'rate':3,'seed':42");
        start(other, "'rate':3,'seed':42");
        start(different, "'rate':3,'seed':43");
        clock.advance(Duration.ofMinutes(10));
        List<String> sent = anonymous(lan);
        assertThat(sent).hasSizeGreaterThan(1_000);
        assertThat(anonymous(other)).isEqualTo(sent);
        assertThat(anonymous(different)).isNotEqualTo(sent);
        stopAll(other);
        stopAll(different);
    }

    @Test
    void listedUntilStopped() throws Exception {
        String first = start(lan, "'rate':1").get("id").stringValue();
        String second = start(lan, "'rate':0.5").get("id").stringValue();
        assertThat(list(lan).valueStream().map(one -> one.get("id").stringValue()))
                .containsExactlyInAnyOrder(first, second);
        assertThat(lan.traffic.request("DELETE", PATH + "/" + first, "").statusCode())
                .isEqualTo(204);
        HttpResponse<String> again = lan.traffic.request("DELETE", PATH + "/" + first, "");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(TrafficApi.json(again).get("code").stringValue()).isEqualTo("NoSuchGenerator");
        clock.advance(Duration.ofSeconds(10));
        JsonNode left = only(lan);
        assertThat(left.get("id").stringValue()).isEqualTo(second);
        assertThat(left.get("rate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(left.get("sent").longValue()).isEqualTo(5);
        stopAll(lan);
        assertThat(list(lan)).isEmpty();
    }

    @Test
    void aResetStopsThem() throws Exception {
        start(lan, "'rate':1");
        assertThat(new ControlApi(aws.endpoint())
                        .post("/_vpclocal/reset?account=" + lan.account)
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(list(lan)).isEmpty();
    }

    @Test
    void impossibleFlowsAreSkipped_untilTheyArePossibleAgain() throws Exception {
        start(lan, "'rate':1");
        lan.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(lan.server));
        clock.advance(Duration.ofSeconds(10));
        JsonNode generator = only(lan);
        assertThat(generator.get("sent").longValue()).isZero();
        assertThat(generator.get("skipped").longValue()).isEqualTo(10);
        assertThat(generator.get("problem").stringValue()).contains(lan.server);
    }

    @Test
    void movingTheClockByYearsSendsOnlyTheLatestFlows() throws Exception {
        start(lan, "'rate':0.5");
        lan.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(lan.server));
        clock.advance(Duration.ofDays(30));
        assertThat(only(lan).get("skipped").longValue()).isEqualTo(30 * 86_400 / 2);
        clock.set(NOON);
        clock.advance(Duration.ofDays(1));
        assertThat(only(lan).get("skipped").longValue())
                .as("time that was before")
                .isEqualTo(30 * 86_400 / 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    MissingParameter | {}
                    InvalidParameter | {'sources':[]}
                    InvalidParameter | {'sources':['CLIENT']}
                    InvalidParameter | {'sources':['CLIENT',null]}
                    InvalidParameter | {'sources':['CLIENT','a b']}
                    InvalidNetworkInterfaceID.NotFound | {'sources':['eni-0123456789abcdef0','CLIENT']}
                    InvalidNetworkInterfaceID.NotFound | {'sources':['CLIENT'],'destinations':['eni-0123456789abcdef0']}
                    InvalidParameter | {'sources':['CLIENT'],'destinations':['CLIENT']}
                    InvalidParameter | {'sources':['CLIENT'],'destinations':['SERVER'],'rate':0}
                    InvalidParameter | {'sources':['CLIENT'],'destinations':['SERVER'],'rate':1000.1}
                    InvalidParameter | {'sources':['CLIENT'],'destinations':['SERVER'],'scanPercent':101}
                    InvalidParameter | {'sources':['CLIENT'],'destinations':['SERVER'],'ports':[]}
                    InvalidParameter | {'sources':['CLIENT'],'destinations':['SERVER'],'ports':[70000]}
                    MalformedBody | {'sources':['CLIENT'],'destinations':['SERVER'],'colour':'red'}
                    MalformedBody | {'sources':['CLIENT'],'destinations':['SERVER'],'rate':'fast'}
                    MalformedBody | [1]
                    MalformedBody | null
                    """)
    void anImpossibleGeneratorIsRefused(String code, String body) throws Exception {
        HttpResponse<String> answer = lan.traffic.request(
                "POST", PATH, body.replace("CLIENT", lan.client).replace("SERVER", lan.server));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(TrafficApi.json(answer).get("code").stringValue())
                .as(answer.body())
                .isEqualTo(code);
    }

    private Lan withFlowLog() {
        Lan made = new Lan(aws);
        made.allow(made.serverGroup, 443, "10.0.1.0/24");
        made.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(made.vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName("flows")
                .deliverLogsPermissionArn(made.flowLogRole(aws)));
        return made;
    }

    private static JsonNode start(Lan where, String members) throws Exception {
        HttpResponse<String> answer = where.traffic.request(
                "POST",
                PATH,
                "{'sources':['%s'],'destinations':['%s'],%s}".formatted(where.client, where.server, members));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return TrafficApi.json(answer);
    }

    private static JsonNode list(Lan where) throws Exception {
        return TrafficApi.json(where.traffic.request("GET", PATH, "")).get("generators");
    }

    private static JsonNode only(Lan where) throws Exception {
        JsonNode generators = list(where);
        assertThat(generators).hasSize(1);
        return generators.get(0);
    }

    private static void stopAll(Lan where) throws Exception {
        assertThat(where.traffic.request("DELETE", PATH, "").statusCode()).isEqualTo(204);
    }

    private List<String> messages(Lan where) {
        return aws.logs(Aws.root(where.account), Region.US_EAST_1)
                        .describeLogGroups()
                        .logGroups()
                        .isEmpty()
                ? List.of()
                : aws
                        .logs(Aws.root(where.account), Region.US_EAST_1)
                        .filterLogEventsPaginator(r -> r.logGroupName("flows"))
                        .events()
                        .stream()
                        .map(FilteredLogEvent::message)
                        .toList();
    }

    /** The records without account-specific values. */
    private List<String> anonymous(Lan where) {
        return messages(where).stream()
                .map(line -> line.replace(where.account, "ACCOUNT")
                        .replace(where.client, "CLIENT")
                        .replace(where.server, "SERVER"))
                .sorted()
                .toList();
    }
}
