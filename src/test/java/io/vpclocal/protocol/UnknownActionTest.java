package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Calls of actions that are not emulated are answered in the protocol of their service, and are logged. */
@EmulatorTest
class UnknownActionTest {

    @Autowired
    private Aws aws;

    /** Actions that AWS has and the emulator does not, and some that nobody has. */
    @ParameterizedTest
    @CsvSource({
        "ec2, Action=RunScheduledInstances&Version=2016-11-15, RunScheduledInstances, UnsupportedOperation",
        "ec2, Action=Nonsense&Version=2016-11-15, Nonsense, InvalidAction",
        "iam, Action=GenerateServiceLastAccessedDetails&Version=2010-05-08, GenerateServiceLastAccessedDetails, UnsupportedOperation",
        "sts, Action=Nonsense&Version=2011-06-15, Nonsense, InvalidAction"
    })
    void unknownActionsOfServicesAreLogged(String service, String form, String action, String error) throws Exception {
        HttpResponse<String> answer = RawHttp.form(aws.endpoint(), form);
        assertThat(answer.body()).contains("<Code>" + error + "</Code>", action);
        logged(service, action, error);
    }

    @Test
    void unknownActionsOfLogsAreLogged() throws Exception {
        RawHttp.json(aws.endpoint(), "Logs_20140328.Nonsense", "{}");
        logged("logs", "Nonsense", "UnknownOperationException");
    }

    /** Actions that stream events are only in the SDK's asynchronous clients. */
    @ParameterizedTest
    @ValueSource(strings = {"StartLiveTail", "GetLogObject", "CreateScheduledQuery"})
    void actionsThatAreNotEmulatedAreNamed(String action) throws Exception {
        assertThat(RawHttp.json(aws.endpoint(), "Logs_20140328." + action, "{}").body())
                .contains("UnknownOperationException", "VPC Local does not emulate logs:" + action + ".");
        logged("logs", action, "UnknownOperationException");
    }

    private void logged(String service, String action, String error) throws Exception {
        JsonNode newest = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?failed=true&service=" + service)
                .json()
                .path(0);
        assertThat(newest.path("action").asString()).isEqualTo(action);
        assertThat(newest.path("error").asString()).isEqualTo(error);
    }
}
