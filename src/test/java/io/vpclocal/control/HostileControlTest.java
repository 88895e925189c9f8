package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ClassNames;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Query strings and bodies that no endpoint of the control API expects; our design. */
@EmulatorTest
class HostileControlTest {

    private static final List<String> BODIES =
            List.of("{", "[]", "null", "\"x\"", "1", "{\"no such member\":1}", "{\"a\":".repeat(2_000));

    /** They would delete what other tests need if they accepted the request. */
    private static final Set<String> SKIPPED = Set.of("/_vpclocal/reset", "/_vpclocal/demo");

    @Autowired
    private Aws aws;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void noEndpointFails() throws Exception {
        List<String> broken = new ArrayList<>();
        int sent = 0;
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    if (path.startsWith("/_vpclocal/")
                            && !path.contains("stream")
                            && method != RequestMethod.DELETE
                            && !SKIPPED.contains(path)) {
                        String filled = path.replaceAll("\\{[^}]*}", "none");
                        broken.addAll(send(method, filled));
                        sent++;
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(sent).isGreaterThan(25);
    }

    private List<String> send(RequestMethod method, String path) throws Exception {
        List<String> broken = new ArrayList<>();
        String badQuery = RawHttp.bytes(
                aws.endpoint(),
                method + " " + path + "?x=%zz HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
        if (badQuery.startsWith("HTTP/1.1 5")) {
            broken.add(method + " " + path + "?x=%zz: " + badQuery);
        }
        for (String body : method == RequestMethod.GET ? List.of("") : BODIES) {
            ControlApi control = new ControlApi(aws.endpoint());
            ControlApi.Answer answer = control.send(control.request(path)
                    .header("Content-Type", "application/json")
                    .method(method.name(), BodyPublishers.ofString(body)));
            if (answer.status() >= 500
                    || (answer.status() >= 400 && !ClassNames.in(answer.text()).isEmpty())) {
                broken.add(method + " " + path + " " + body + ": " + answer.text());
            }
        }
        return broken;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "traffic | {'source':'a','destination':'b','sorce':1} | InvalidParameter | 'sorce' is not a known member. Use ",
                "traffic | {'source':{'eni':5},'destination':'b'} | InvalidParameter | 'eni' is not a known member. Use ",
                "traffic | {'source':'a','destination':'b','packets':'x'} | InvalidParameter | The value 'x' of 'packets' is not a number in range.",
                "traffic | {'source':'a','destination':'b','protocol':{}} | InvalidParameter | The value of 'protocol' must be a string.",
                "traffic/generators | [] | MalformedBody | The body is not a generator: The value of the whole body must be an object.",
                "traffic/generators | {'sources':'x'} | MalformedBody | The body is not a generator: The value of 'sources' must be a list.",
                "traffic/generators | {'sources':['x'],'rate':'fast'} | MalformedBody | The body is not a generator: The value 'fast' of 'rate' is not a number in range.",
                "traffic/generators | {'sources':['x'],'seed':1.5} | MalformedBody | The body is not a generator: The value "
            })
    void trafficMessagesNameMembersAndNoJavaTypes(String path, String body, String code, String message)
            throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        ControlApi.Answer answer = control.send(control.request("/_vpclocal/" + path)
                .header("Content-Type", "application/json")
                .method("POST", BodyPublishers.ofString(body.replace('\'', '"'))));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).contains(message).doesNotContain("java.", "io.vpclocal", "class ");
    }
}
