package io.vpclocal.charges;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OtherEmulatorTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import tools.jackson.databind.JsonNode;

/**
 * Charges: AWS documentation, pricing of AWS PrivateLink (each started hour in each zone, data in both directions,
 * tiers by month) and of vended logs. The form of the answer is ours.
 */
@OtherEmulatorTest
class ChargesTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @Autowired
    private Metering metering;

    private FlowLogAccount account;
    private ControlApi control;

    @BeforeEach
    void noon() {
        clock.freeze();
        clock.set(NOON);
        account = new FlowLogAccount(aws);
        control = new ControlApi(aws.endpoint());
        account.ec2.modifyVpcAttribute(r -> r.vpcId(account.vpc)
                .enableDnsHostnames(AttributeBooleanValue.builder().value(true).build()));
    }

    @AfterEach
    void realTime() {
        clock.real();
        clock.thaw();
    }

    @Test
    void endpointHours_ofEachZone_byTheEmulatorsClock() throws Exception {
        String other = subnet("10.0.1.0/24", "us-east-1b");
        String id = endpoint("kms", subnet("10.0.2.0/24", "us-east-1c"), other).vpcEndpointId();
        assertThat(quantity("endpoint-hours")).isEqualByComparingTo("2");
        clock.advance(Duration.ofMinutes(60));
        assertThat(quantity("endpoint-hours")).isEqualByComparingTo("2");
        clock.advance(Duration.ofMinutes(30));
        assertThat(quantity("endpoint-hours")).isEqualByComparingTo("4");
        account.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).removeSubnetIds(other));
        clock.advance(Duration.ofMinutes(60));
        JsonNode charge = charge("endpoint-hours");
        assertThat(charge.get("quantity").decimalValue()).isEqualByComparingTo("5");
        assertThat(charge.get("cost").decimalValue()).isEqualByComparingTo("0.05");
        assertThat(charge.get("unit").stringValue()).isEqualTo("AZ-hour");
        assertThat(charge.get("resources").valueStream().map(use -> use.get("resource")
                        .stringValue()))
                .containsExactly(id + " us-east-1b", id + " us-east-1c");

        account.ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
        clock.advance(Duration.ofDays(1));
        assertThat(quantity("endpoint-hours")).isEqualByComparingTo("5");
    }

    @Test
    void dataThroughAnInterfaceEndpoint_inBothDirections() throws Exception {
        String id = endpoint("kms", account.subnet).vpcEndpointId();
        send("{\"source\":\"%s\",\"destination\":\"kms\",\"destinationPort\":443,\"packets\":3,\"bytes\":1000,"
                + "\"replyPackets\":5,\"replyBytes\":5000}");
        send("{\"source\":\"%s\",\"destination\":\"kms\",\"destinationPort\":443,\"packets\":1,\"bytes\":24,"
                + "\"replyPackets\":0,\"outcome\":\"timedOut\"}");
        JsonNode charge = charge("endpoint-data");
        assertThat(bytes(charge)).isEqualTo(6024);
        assertThat(charge.get("resources").get(0).get("resource").stringValue()).isEqualTo(id);
    }

    @Test
    void trafficRejectedByTheEndpointsGroupIsFree() throws Exception {
        String closed = account.ec2
                .createSecurityGroup(
                        r -> r.vpcId(account.vpc).groupName("closed").description("closed"))
                .groupId();
        account.ec2.createVpcEndpoint(r -> r.vpcId(account.vpc)
                .vpcEndpointType("Interface")
                .serviceName("com.amazonaws.us-east-1.kms")
                .securityGroupIds(closed)
                .subnetIds(account.subnet));
        send("{\"source\":\"%s\",\"destination\":\"kms\",\"destinationPort\":443}");
        assertThat(charges().valueStream().map(charge -> charge.get("meter").stringValue()))
                .containsExactly("endpoint-hours");
    }

    @Test
    void gatewayEndpointsAndFlowLogsAreFree() throws Exception {
        account.ec2.createVpcEndpoint(r -> r.vpcId(account.vpc).serviceName("com.amazonaws.us-east-1.s3"));
        account.create(account.toGroup("flows"));
        clock.advance(Duration.ofDays(1));
        assertThat(charges()).isEmpty();
    }

    @Test
    void logData_vendedByFlowLogsAndPutByOthers() throws Exception {
        account.create(account.toGroup("flows"));
        account.logs.createLogGroup(r -> r.logGroupName("mine"));
        account.logs.createLogStream(r -> r.logGroupName("mine").logStreamName("s"));
        account.logs.putLogEvents(r -> r.logGroupName("mine")
                .logStreamName("s")
                .logEvents(InputLogEvent.builder()
                        .timestamp(NOON.toEpochMilli())
                        .message("x".repeat(1000))
                        .build()));
        account.create(account.toBucket("arn:aws:s3:::charged-" + account.scope.account())
                .destinationOptions(o -> o.fileFormat("parquet")));
        send("{\"source\":\"%s\",\"destination\":\"203.0.113.9\",\"destinationPort\":443}");
        control.post("/_vpclocal/flow-logs/flush");
        long record = account.logs.filterLogEvents(r -> r.logGroupName("flows")).events().stream()
                .mapToLong(event -> event.message().length())
                .sum();
        assertThat(record).isPositive();
        assertThat(bytes(charge("custom-standard"))).isEqualTo(1000);
        assertThat(bytes(charge("vended-standard"))).isEqualTo(record);
        assertThat(bytes(charge("log-storage"))).isEqualTo(1000 + record);
        // Each line of a file has a line end.
        assertThat(bytes(charge("vended-s3"))).isEqualTo(record + 1);
        assertThat(bytes(charge("parquet-conversion"))).isEqualTo(record + 1);
    }

    @Test
    void tiersAreSharedByARegion_andRestartEachMonth() throws Exception {
        long petabyte = 1L << 50;
        metering.throughEndpoints(account.scope, Map.of("vpce-a", petabyte, "vpce-b", petabyte / 2));
        BigDecimal march = new BigDecimal("10485.76").add(new BigDecimal("0.006").multiply(BigDecimal.valueOf(524288)));
        assertThat(charge("endpoint-data").get("cost").decimalValue()).isEqualByComparingTo(march);
        clock.advance(Duration.ofDays(1));
        metering.throughEndpoints(account.scope, Map.of("vpce-b", 1L << 30));
        assertThat(charge("endpoint-data").get("cost").decimalValue())
                .isEqualByComparingTo(march.add(new BigDecimal("0.01")));
    }

    @Test
    void concurrentCountersLoseNothing() throws Exception {
        int callers = 8;
        int times = 20;
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            running.add(pool.submit(() -> {
                for (int n = 0; n < times; n++) {
                    metering.throughEndpoints(account.scope, Map.of("vpce-a", 7L, "vpce-b" + n, 3L));
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        pool.shutdown();
        assertThat(bytes(charge("endpoint-data"))).isEqualTo(callers * times * 10L);
    }

    private void send(String flow) throws Exception {
        ControlApi.Answer answer = control.post(
                "/_vpclocal/traffic?account=" + account.scope.account(), flow.formatted(account.networkInterface));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode charges() throws Exception {
        ControlApi.Answer answer = control.get("/_vpclocal/charges?account=" + account.scope.account());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode statement = answer.json();
        assertThat(statement.get("currency").stringValue()).isEqualTo("USD");
        assertThat(statement.get("total").decimalValue())
                .isEqualByComparingTo(statement
                        .get("charges")
                        .valueStream()
                        .map(charge -> charge.get("cost").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return statement.get("charges");
    }

    private JsonNode charge(String meter) throws Exception {
        return charges()
                .valueStream()
                .filter(charge -> charge.get("meter").stringValue().equals(meter))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No charge for " + meter));
    }

    private BigDecimal quantity(String meter) throws Exception {
        return charge(meter).get("quantity").decimalValue();
    }

    private static long bytes(JsonNode charge) {
        return charge.get("quantity")
                .decimalValue()
                .multiply(Prices.BYTES_PER_GB)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private VpcEndpoint endpoint(String service, String... subnets) {
        return account.ec2
                .createVpcEndpoint(r -> r.vpcId(account.vpc)
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws.us-east-1." + service)
                        .subnetIds(subnets))
                .vpcEndpoint();
    }

    private String subnet(String cidr, String zone) {
        return account.ec2
                .createSubnet(r -> r.vpcId(account.vpc).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }
}
