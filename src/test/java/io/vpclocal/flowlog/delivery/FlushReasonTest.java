package io.vpclocal.flowlog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A flush returns the reason of each failed delivery, which AWS does not show. Our design. */
@EmulatorTest
class FlushReasonTest {

    private static final String NOTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";

    @Autowired
    private Aws aws;

    private ControlApi control;
    private FlowLogAccount account;

    @BeforeEach
    void traffic() throws Exception {
        control = new ControlApi(aws.endpoint());
        account = new FlowLogAccount(aws);
    }

    @Test
    void missingPermissionIsReported() throws Exception {
        account.allow(NOTHING);
        String flowLog = account.create(account.toGroup("flows"));
        send();
        JsonNode failure = failure(flowLog);
        assertThat(failure.path("error").asString()).isEqualTo("Access error");
        assertThat(failure.path("account").asString()).isEqualTo(account.scope.account());
        assertThat(failure.path("reason").asString())
                .isEqualTo(account.roleArn + " does not allow logs:CreateLogGroup on arn:aws:logs:us-east-1:"
                        + account.scope.account() + ":log-group:flows:*");
    }

    @Test
    void missingTrustIsReported() throws Exception {
        String flowLog = account.create(account.toGroup("flows"));
        send();
        account.iam.updateAssumeRolePolicy(r -> r.roleName(FlowLogAccount.ROLE)
                .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"));
        assertThat(failure(flowLog).path("reason").asString())
                .startsWith(account.roleArn)
                .contains("trust policy", flowLog);
    }

    @Test
    void plainText() throws Exception {
        account.allow(NOTHING);
        String flowLog = account.create(account.toGroup("flows"));
        send();
        String text = control.send(control.request("/_vpclocal/flow-logs/flush")
                        .header("Accept", "text/plain")
                        .POST(BodyPublishers.noBody()))
                .text();
        assertThat(text).contains(flowLog, "Access error: " + account.roleArn + " does not allow");
    }

    private JsonNode failure(String flowLog) throws Exception {
        JsonNode flush = control.post("/_vpclocal/flow-logs/flush").json();
        for (JsonNode failure : flush.path("failures")) {
            if (failure.path("flowLogId").asString().equals(flowLog)) {
                return failure;
            }
        }
        throw new AssertionError("no failure of " + flowLog + " in " + flush);
    }

    private void send() throws Exception {
        assertThat(control.post(
                                "/_vpclocal/traffic?account=" + account.scope.account(),
                                "{\"source\":\"" + account.networkInterface
                                        + "\",\"destination\":\"10.0.0.200\",\"destinationPort\":443}")
                        .status())
                .isEqualTo(200);
    }
}
