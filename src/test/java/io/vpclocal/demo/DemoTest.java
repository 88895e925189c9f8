package io.vpclocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.ControlApi.Answer;
import io.vpclocal.testing.OwnEmulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import tools.jackson.databind.JsonNode;

/** The demo network of {@code POST /_vpclocal/demo}. */
class DemoTest {

    private static OwnEmulator emulator;
    private static ControlApi control;

    @BeforeAll
    static void start() {
        emulator = OwnEmulator.start(Map.of());
        control = emulator.control();
    }

    @AfterAll
    static void end() {
        emulator.close();
    }

    @BeforeEach
    void empty() throws Exception {
        control.post("/_vpclocal/reset");
    }

    @Test
    void theSecondRunCreatesNothingAndReturnsTheSame() throws Exception {
        JsonNode first = build();
        JsonNode second = build();
        assertThat(first.path("made").asInt()).isGreaterThan(40);
        assertThat(second.path("made").asInt()).isZero();
        assertThat(second.path("ids")).isEqualTo(first.path("ids"));
        assertThat(second.path("next")).isEqualTo(first.path("next"));
        assertThat(emulator.aws()
                        .ec2(DemoNetwork.CONSUMER)
                        .describeVpcEndpoints()
                        .vpcEndpoints())
                .hasSize(3);
    }

    /** The documentation's examples use these ids; {@code -Ddemo.write=true} updates the file. */
    @Test
    void theIdsMatchTheDocumentation() throws Exception {
        Map<String, String> ids = new TreeMap<>();
        build().path("ids")
                .properties()
                .forEach(id -> ids.put(id.getKey(), id.getValue().asString()));
        DemoIdsFile.renewIfAsked(ids);
        assertThat(DemoIdsFile.read()).isEqualTo(ids);
    }

    @Test
    void trafficIsLoggedAndAPartOfItRejected() throws Exception {
        build();
        List<String> records = emulator
                .aws()
                .logs(Aws.root(DemoNetwork.CONSUMER), Region.US_EAST_1)
                .filterLogEvents(r -> r.logGroupName("/demo/flow-logs"))
                .events()
                .stream()
                .map(event -> event.message())
                .toList();
        assertThat(records).filteredOn(record -> record.contains("ACCEPT OK")).hasSizeGreaterThan(5);
        assertThat(records).filteredOn(record -> record.contains("REJECT OK")).hasSize(3);
    }

    @Test
    void theProviderHasAcceptedTheConnectionOfTheConsumer() throws Exception {
        String endpoint = build().path("ids").path("orders-endpoint").asString();
        assertThat(emulator.aws()
                        .ec2(DemoNetwork.PROVIDER)
                        .describeVpcEndpointConnections()
                        .vpcEndpointConnections())
                .extracting(VpcEndpointConnection::vpcEndpointId, VpcEndpointConnection::vpcEndpointStateAsString)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(endpoint, "available"));
    }

    @Test
    void theUserWithTooFewPermissionsWasDenied() throws Exception {
        build();
        JsonNode denied = control.get("/_vpclocal/requests?denied=true").json();
        assertThat(denied.size()).isOne();
        assertThat(denied.path(0).path("caller").asString()).endsWith("user/" + DemoNetwork.USER);
        assertThat(denied.path(0).path("action").asString()).isEqualTo("DeleteVpcEndpoints");
    }

    @Test
    void deletedResourcesAreCreatedAgain() throws Exception {
        String endpoint = build().path("ids").path("s3-endpoint").asString();
        Ec2Client ec2 = emulator.aws().ec2(DemoNetwork.CONSUMER);
        ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint));
        JsonNode again = build();
        assertThat(again.path("made").asInt()).isOne();
        assertThat(ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(3);
    }

    @Test
    void theAnswerCanBeText() throws Exception {
        Answer answer = control.send(control.request("/_vpclocal/demo")
                .header("Accept", "text/plain")
                .POST(BodyPublishers.noBody()));
        assertThat(answer.text())
                .startsWith("The demo network is ready.\n")
                .contains("  vpc ", "Try:\n", "aws logs filter-log-events")
                .doesNotContain("${");
    }

    @Test
    void aStepThatFailsIsNamed() throws Exception {
        control.post("/_vpclocal/faults", "{\"action\":\"CreateNatGateway\",\"code\":\"NatGatewayLimitExceeded\"}");
        Answer answer = control.post("/_vpclocal/demo");
        control.delete("/_vpclocal/faults");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("DemoFailed");
        assertThat(answer.json().path("message").asString()).contains("Step 'nat-gateway'", "NatGatewayLimitExceeded");
        assertThat(build().path("made").asInt()).isPositive();
    }

    private static JsonNode build() throws Exception {
        Answer answer = control.post("/_vpclocal/demo");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
