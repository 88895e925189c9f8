package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.ControlApi.Answer;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The control API answers with indented JSON, or with text on request; our design. */
@EmulatorTest
class PlainTextTest {

    @Autowired
    private Aws aws;

    private ControlApi control;

    @BeforeEach
    void connect() {
        control = new ControlApi(aws.endpoint());
    }

    @Test
    void jsonIsIndented_inErrorsToo() throws Exception {
        assertThat(control.get("/_vpclocal/health").text())
                .startsWith("{\n  \"")
                .contains("\n  \"services\": {");
        assertThat(control.get("/_vpclocal/faults/none").text()).startsWith("{\n  \"");
        assertThat(control.get("/_vpclocal/nothing").text()).startsWith("{\n  \"");
    }

    @Test
    void health() throws Exception {
        Answer answer = text("/_vpclocal/health", null);
        assertThat(answer.text())
                .startsWith("VPC Local development serves requests.\n")
                .contains("  ec2 ");
    }

    @Test
    void time() throws Exception {
        assertThat(text("/_vpclocal/clock", null).text()).matches("\\d{4}-\\d\\d-\\d\\dT\\S+(, .*)?\n");
    }

    @Test
    void charges() throws Exception {
        assertThat(text("/_vpclocal/charges", null).text()).endsWith(" USD\n").contains("Total: ");
    }

    @Test
    void aFlowListsItsHops_andAnImpossibleFlowItsError() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        String subnet = ec2.describeSubnets().subnets().get(0).subnetId();
        String host = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        String path = "/_vpclocal/traffic?account=" + account;
        assertThat(text(path, "{\"source\":\"8.8.8.8\",\"destination\":\"" + host + "\",\"destinationPort\":22}")
                        .text())
                .startsWith("Not allowed (")
                .contains("\nRequest 8.8.8.8 -> ", "did not arrive\n", "  DENY ");
        Answer refusal = text(path, "{\"source\":\"eni-01234567\",\"destination\":\"" + host + "\"}");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.text()).endsWith(" (flow 0)\n");
    }

    @Test
    void errors() throws Exception {
        Answer answer = text("/_vpclocal/clock?", "{}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text()).startsWith("MethodNotAllowed: ");
    }

    private Answer text(String path, @Nullable String body) throws Exception {
        var request = control.request(path).header("Accept", "text/plain");
        return control.send(
                body == null
                        ? request
                        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }
}
