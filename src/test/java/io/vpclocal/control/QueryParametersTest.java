package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Query parameters that a resource does not have, and values that they cannot have, at every resource; our design. */
@EmulatorTest
class QueryParametersTest {

    private static final Map<String, List<String>> BAD_BY_NAME =
            Map.of("account", List.of("", "12", "Anonymous"), "region", List.of("", "Paris", "us-east", "US-EAST-1"));

    private static final Map<Class<?>, List<String>> BAD_BY_TYPE = Map.of(
            int.class, List.of("", "-1", "many", "1e3", "1.0", "99999999999"),
            Boolean.class, List.of("", "perhaps", "1"),
            boolean.class, List.of("", "perhaps", "1"));

    @Autowired
    private Aws aws;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private record Resource(RequestMethod method, String path, Map<String, Class<?>> parameters) {}

    private List<Resource> resources() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/_vpclocal/"))
                        .flatMap(path -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Resource(
                                        method,
                                        path.replaceAll("\\{[^}]*}", "none"),
                                        Arrays.stream(mapping.getValue().getMethodParameters())
                                                .filter(parameter ->
                                                        parameter.hasParameterAnnotation(RequestParam.class))
                                                .collect(Collectors.toMap(
                                                        parameter -> parameter
                                                                .getParameter()
                                                                .getName(),
                                                        parameter -> parameter.getParameterType()))))))
                .toList();
    }

    @Test
    void unknownParametersAreRefusedEverywhere() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Resource> resources = resources();
        for (Resource resource : resources) {
            String text = refusal(resource, "nosuch=1", wrong);
            if (!text.contains("'nosuch=1' is not a known parameter. ")
                    || !resource.parameters().keySet().stream().allMatch(text::contains)) {
                wrong.add(resource + ": " + text);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(resources).hasSizeGreaterThan(40);
    }

    @Test
    void badValuesAreRefusedEverywhere() throws Exception {
        List<String> wrong = new ArrayList<>();
        int sent = 0;
        for (Resource resource : resources()) {
            for (Map.Entry<String, Class<?>> parameter : resource.parameters().entrySet()) {
                String name = parameter.getKey();
                for (String value : BAD_BY_NAME.getOrDefault(
                        name, BAD_BY_TYPE.getOrDefault(parameter.getValue(), List.of("", " ")))) {
                    String query = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                    String text = refusal(resource, query, wrong);
                    if (!text.contains("The parameter '" + name + "' is '" + value + "', but must be ")) {
                        wrong.add(resource + "?" + query + ": " + text);
                    }
                    sent++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sent).isGreaterThan(100);
    }

    private String refusal(Resource resource, String query, List<String> wrong) throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        ControlApi.Answer answer = control.send(control.request(resource.path() + "?" + query)
                .header("Content-Type", resource.path().endsWith("/content") ? "application/zip" : "application/json")
                .method(resource.method().name(), BodyPublishers.ofString("{}")));
        if (answer.status() != 400 || !answer.code().equals("InvalidParameter")) {
            wrong.add(resource + "?" + query + ": " + answer.status());
        }
        return answer.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "requests?limit=-1 | The parameter 'limit' is '-1', but must be a number from 0 to 999999999.",
                "requests?limt=5 | 'limt=5' is not a known parameter. Use principal, account, region, service, action, requestId, error, failed, denied, limit.",
                "requests?Limit=5 | 'Limit=5' is not a known parameter. Use ",
                "requests?limit=1&limit=2 | The parameter 'limit' has 2 values: 1, 2. Use one.",
                "requests?denied=perhaps | The parameter 'denied' is 'perhaps', but must be true or false.",
                "requests?denied | The parameter 'denied' is '', but must be true or false.",
                "requests?x%0ay=%00 | 'x\\\\u000ay=\\\\u0000' is not a known parameter.",
                "notifications?limit=0 | The parameter 'limit' is '0', but must be a number from 1 to 1000.",
                "health?verbose=true | 'verbose=true' is not a known parameter. There are none here."
            })
    void messagesNameTheParameterItsValueAndWhatIsTaken(String path, String message) throws Exception {
        ControlApi.Answer answer = new ControlApi(aws.endpoint()).get("/_vpclocal/" + path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"message\": \"" + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests",
                "requests?",
                "requests?&",
                "requests?limit=0",
                "requests?account=anonymous",
                "requests?account=123456789012&region=us-gov-west-1&failed=TRUE&limit=5",
                "requests?X-Amz-Algorithm=AWS4-HMAC-SHA256&limit=1",
                "charges?account=123456789012"
            })
    void otherQueriesAreAnswered(String path) throws Exception {
        assertThat(new ControlApi(aws.endpoint()).get("/_vpclocal/" + path).status())
                .isEqualTo(200);
    }

    /** Browsers ask before a call from another origin. */
    @Test
    void questionsForOptionsAreAnswered() throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        for (String path : Stream.of("requests?limit=1", "requests?other=1").toList()) {
            assertThat(control.send(control.request("/_vpclocal/" + path).method("OPTIONS", BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(200);
        }
    }
}
