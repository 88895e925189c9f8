package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ClassNames;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Malformed requests of the control API; our design. */
@EmulatorTest
class ControlErrorTest {

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | clock | application/json | { | 400 | MalformedBody",
                "PUT | clock | application/json | '' | 400 | MalformedBody",
                "PUT | clock | application/json | [] | 400 | MalformedBody",
                "PUT | clock | application/json | {\"time\":\"yesterday\"} | 400 | MalformedBody",
                "PUT | clock | application/json | {\"advance\":\"soon\"} | 400 | MalformedBody",
                "PUT | clock | application/json | {} | 400 | InvalidParameter",
                "PUT | clock | application/json | {\"time\":\"1969-12-31T00:00:00Z\"} | 400 | InvalidParameter",
                "PUT | clock | application/json | {\"advance\":\"P3650000D\"} | 400 | InvalidParameter",
                "PUT | clock | application/json | {\"advance\":\"PT2562047788015215H\"} | 400 | InvalidParameter",
                "PUT | clock | text/plain | {} | 415 | UnsupportedMediaType",
                "PUT | clock | application/x-www-form-urlencoded | time=now | 400 | MalformedBody",
                "DELETE | clock | application/json | '' | 405 | MethodNotAllowed",
                "GET | nothing/here | application/json | '' | 404 | NotFound",
                "POST | reset | application/json | {\"acount\":\"123456789012\"} | 400 | MalformedBody",
                "POST | reset | application/json | {\"account\":\"12\"} | 400 | InvalidParameter",
                "POST | reset?account=12 | application/json | '' | 400 | InvalidParameter",
                "POST | reset?region=Paris | application/json | '' | 400 | InvalidParameter",
                "POST | reset?region=eu-west-3 | application/json | {} | 400 | InvalidParameter",
                "POST | faults | application/json | {} | 400 | InvalidParameter",
                "POST | faults | application/json | {\"code\":\"X\",\"throttling\":true} | 400 | InvalidParameter",
                "POST | faults | application/json | {\"code\":\"X\",\"service\":\"s4\"} | 400 | InvalidParameter",
                "POST | faults | application/json | {\"code\":\"X\",\"probability\":1.5} | 400 | InvalidParameter",
                "POST | faults | application/json | {\"code\":\"X\",\"count\":0} | 400 | InvalidParameter",
                "POST | faults | application/json | {\"code\":\"X\",\"status\":200} | 400 | InvalidParameter",
                "POST | faults | application/json | {\"latencyMillis\":-1} | 400 | InvalidParameter",
                "GET | faults/none | application/json | '' | 404 | NotFound",
                "PUT | faults/none | application/json | {\"code\":\"X\"} | 404 | NotFound",
                "DELETE | faults/none | application/json | '' | 404 | NotFound",
                "GET | requests?limit=many | application/json | '' | 400 | InvalidParameter",
                "GET | iam/policy | application/json | '' | 400 | InvalidParameter",
                "GET | snapshots/none | application/json | '' | 404 | NotFound",
                "POST | snapshots/none/restore | application/json | '' | 404 | NotFound",
                "DELETE | snapshots/none | application/json | '' | 404 | NotFound",
                "GET | snapshots/none/content | application/json | '' | 404 | NotFound",
                "POST | snapshots | application/json | {\"name\":\"../../etc\"} | 400 | InvalidParameter",
                "PUT | snapshots/x/content | application/zip | no zip | 409 | UnusableSnapshot",
                "GET | snapshots/x | application/json | '' | 404 | NotFound"
            })
    void mistakesAreAnsweredInJson(String method, String path, String type, String body, int status, String code)
            throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        ControlApi.Answer answer = control.send(control.request("/_vpclocal/" + path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.text()).startsWith("{\n  \"code\": \"").contains("\"message\": \"");
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(ClassNames.in(answer.text())).as(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "clock | {'reel':true} | 'reel' is not a known member. Use advance, frozen, real, time.",
                "clock | {'advance':'1h'} | The value '1h' of 'advance' is not an ISO 8601 duration, such as PT1H.",
                "clock | {'time':'noon'} | The value 'noon' of 'time' is not an ISO 8601 time, such as 2026-01-31T12:00:00Z.",
                "clock | {'frozen':'perhaps'} | The value 'perhaps' of 'frozen' is not true or false.",
                "clock | {'frozen':[]} | The value of 'frozen' must be true or false.",
                "clock | [] | The value of the whole body must be an object.",
                "faults/x | {'cod':'X'} | 'cod' is not a known member. Use ",
                "faults/x | {'code':{}} | The value of 'code' must be a string."
            })
    void messagesNameMembersAndNoJavaTypes(String path, String body, String message) throws Exception {
        ControlApi.Answer answer = put(path, body.replace('\'', '"'));
        assertThat(answer.code()).isEqualTo("MalformedBody");
        assertThat(answer.text().replace("\\\"", "\""))
                .contains("The body is not the JSON expected: " + message)
                .doesNotContain("java.", "io.vpclocal", "class ");
        assertThat(ClassNames.in(answer.text())).as(answer.text()).isEmpty();
    }

    @Test
    void theClassesSearchedForAreTheEmulatorsOwn() {
        assertThat(ClassNames.in("[FlowRequest] of a HealthController, at a Condition"))
                .contains("HealthController");
    }

    @Test
    void theMachinesTimeCannotBeFrozen() throws Exception {
        ControlApi.Answer answer = put("clock", "{\"real\":true,\"frozen\":true}");
        assertThat(answer.code()).isEqualTo("InvalidParameter");
        assertThat(answer.text()).contains("The machine's time cannot be frozen.");
    }

    private ControlApi.Answer put(String path, String body) throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        return control.send(control.request("/_vpclocal/" + path)
                .header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofString(body)));
    }

    @Test
    void anUnknownPathIsNamed() throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        assertThat(control.send(control.request("/_vpclocal/nothing/here").GET())
                        .text())
                .contains("\"message\": \"GET /_vpclocal/nothing/here does not exist.\"");
    }
}
