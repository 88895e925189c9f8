package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ClassNames;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.OwnEmulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Broken JSON, and values of the wrong type for every member of every body of the control API, as its document
 * describes them; our design. No answer names a class, or a setting of the JSON parser.
 */
@EmulatorTest
class ControlBodiesTest {

    private static final Pattern JAVA = Pattern.compile(
            "Source|java\\.|io\\.vpclocal|Exception|LinkedHashMap|JsonParser|[Jj]ackson|StreamRead|`|REDACTED");

    private static final List<String> BROKEN = List.of(
            "{",
            "[",
            "{\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,}",
            "{a:1}",
            "}",
            "{\"a\":tru}",
            "{\"a\":01}",
            "{\"a\":\"\\q\"}",
            "{\"a\":\"\u0001\"}",
            "{}{}",
            "{} x",
            "nul",
            "{\"a\":NaN}",
            "{'a':1}",
            "{\"a\":1e999999999}",
            "{\"a\":".repeat(2_000),
            "[".repeat(2_000),
            "{\"" + "k".repeat(60_000) + "\":1}");

    /** Most of them are refused. Others, such as the last one as a text, are accepted. */
    private static final List<String> WRONG =
            List.of("{\"no such member\":{}}", "[[]]", "[null]", "[{}]", "9".repeat(400), "\"\\ud800\"");

    @Autowired
    private Aws aws;

    private final List<String> leaks = new ArrayList<>();
    private int sent;

    /** With an emulator of its own, since faults that are accepted apply to every call. */
    @Test
    void noAnswerNamesJava() throws Exception {
        try (OwnEmulator emulator = OwnEmulator.start(Map.of())) {
            sendAll(emulator.control());
        }
        assertThat(leaks).isEmpty();
        assertThat(sent).isGreaterThan(500);
    }

    private void sendAll(ControlApi control) throws Exception {
        JsonNode document = control.get("/v3/api-docs").json();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                JsonNode body = method.getValue().path("requestBody").path("content");
                if (path.getKey().startsWith("/_vpclocal/") && body.has("application/json")) {
                    String filled = path.getKey().replaceAll("\\{[^}]*}", "none");
                    Stream<String> wrong =
                            wrong(document, body.path("application/json").path("schema"), 0);
                    for (String json : Stream.concat(BROKEN.stream(), wrong).toList()) {
                        send(control, method.getKey().toUpperCase(Locale.ROOT), filled, json);
                    }
                }
            }
        }
    }

    /** Bodies of which one member, at any depth, has a value of a wrong type. */
    private static Stream<String> wrong(JsonNode document, JsonNode schema, int depth) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return wrong(document, document.at(reference.substring(1)), depth);
        }
        if (depth > 3) {
            return Stream.of();
        }
        Stream<String> alternatives = Stream.of("oneOf", "anyOf")
                .flatMap(name -> schema.path(name).valueStream())
                .flatMap(each -> wrong(document, each, depth + 1));
        Stream<String> elements = schema.has("items")
                ? Stream.concat(WRONG.stream(), wrong(document, schema.path("items"), depth + 1))
                        .map(value -> "[" + value + "]")
                : Stream.of();
        Stream<String> members = schema.path("properties").properties().stream()
                .flatMap(member -> Stream.concat(WRONG.stream(), wrong(document, member.getValue(), depth + 1))
                        .map(value -> "{\"" + member.getKey() + "\":" + value + "}"));
        return Stream.of(alternatives, elements, members).flatMap(each -> each);
    }

    private void send(ControlApi control, String method, String path, String json) throws Exception {
        ControlApi.Answer answer = control.send(control.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
        sent++;
        boolean named = JAVA.matcher(answer.text()).find()
                || answer.status() >= 400 && !ClassNames.in(answer.text()).isEmpty();
        if (answer.status() >= 500 || named) {
            leaks.add(
                    method + " " + path + " " + json.substring(0, Math.min(json.length(), 80)) + ": " + answer.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | The JSON ends before it is complete.",
                "{x | The JSON is not valid at line 1, column ",
                "'{}\n}' | The JSON is not valid at line 2, column ",
            })
    void brokenJsonIsPointedAt(String json, String message) throws Exception {
        for (String path : List.of("/_vpclocal/traffic", "/_vpclocal/faults", "/_vpclocal/traffic/generators")) {
            assertThat(new ControlApi(aws.endpoint()).post(path, json).text()).contains(message);
        }
    }
}
