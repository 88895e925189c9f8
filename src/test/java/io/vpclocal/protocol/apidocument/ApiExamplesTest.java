package io.vpclocal.protocol.apidocument;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.ControlApi.Answer;
import io.vpclocal.testing.OwnEmulator;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Executes the examples of the API documentation as Swagger UI does, each in a new demo network. */
class ApiExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern READS = Pattern.compile("/[a-z0-9]+/(Describe|Get|List|Filter|Test|Simulate).*");
    private static final Pattern PROVIDER = Pattern.compile("authorize with (\\d{12})");

    private static OwnEmulator emulator;
    private static ControlApi control;
    private static boolean fresh;

    @BeforeAll
    static void start() throws Exception {
        emulator = OwnEmulator.start(Map.of());
        control = emulator.control();
        assertThat(control.post("/_vpclocal/demo").status()).isEqualTo(200);
        assertThat(control.post("/_vpclocal/snapshots", "{\"name\": \"demo\"}").status())
                .isEqualTo(201);
    }

    @AfterAll
    static void end() {
        emulator.close();
    }

    /** An operation of the document that has an example of its own. */
    private record Offer(String method, String path, JsonNode operation) {

        boolean reads() {
            return READS.matcher(path).matches();
        }

        String account() {
            Matcher provider = PROVIDER.matcher(operation.path("description").asString(""));
            return provider.find() ? provider.group(1) : "test";
        }

        JsonNode example() {
            return operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("example");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleWorksInTheDemoNetwork() throws Exception {
        List<Offer> offers = offers();
        assertThat(offers).hasSizeGreaterThan(150);
        return offers.stream()
                .map(offer -> DynamicTest.dynamicTest(offer.method() + " " + offer.path(), () -> execute(offer)));
    }

    private static void execute(Offer offer) throws Exception {
        if (!fresh) {
            control.delete("/_vpclocal/faults");
            assertThat(control.post("/_vpclocal/snapshots/demo/restore").status())
                    .isEqualTo(200);
        }
        fresh = offer.reads();
        String path = offer.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : offer.operation().path("parameters")) {
            Optional<String> value = parameter.path("example").asStringOpt();
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + parameter.path("name").asString() + "}", value.orElseThrow());
            } else {
                value.ifPresent(text -> query.add(parameter.path("name").asString() + "=" + text));
            }
        }
        Answer answer = send(offer, path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    private static Answer send(Offer offer, String path) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((offer.account() + ":test").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                control.request(path).header("Accept", "application/json").header("Authorization", "Basic " + basic);
        if (!offer.example().isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        return control.send(request.method(
                offer.method(),
                offer.example().isMissingNode()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(offer.example().toString())));
    }

    /** The examples of the OpenAPI document for operations in {@code examples.json}, reads first. */
    private static List<Offer> offers() throws Exception {
        JsonNode paths = JSON.readTree(control.get("/v3/api-docs").text()).path("paths");
        ApiExamples examples = ApiExamples.read();
        List<Offer> offers = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
            String name = path.getKey().startsWith("/_")
                    ? method + " " + path.getKey()
                    : path.getKey().substring(1);
            if (examples.of(name).isPresent()) {
                offers.add(new Offer(method, path.getKey(), operation.getValue()));
            }
        }));
        offers.sort(java.util.Comparator.comparing((Offer offer) -> !offer.reads()));
        return offers;
    }
}
