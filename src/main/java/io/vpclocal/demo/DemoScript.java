package io.vpclocal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps of the demo network, from {@code demo.json}. Texts may contain <code>${name}</code>, the value that an
 * earlier step stored under that name.
 *
 * @param traffic flows to send after the flow log is created, in the format of {@code POST /_vpclocal/traffic}
 * @param next commands to try
 */
record DemoScript(List<Step> steps, JsonNode traffic, List<Hint> next) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One call.
     *
     * @param account {@code consumer} or {@code provider}; the consumer if null
     * @param call service and action, such as {@code ec2/CreateVpc}
     * @param with the request of the call
     * @param tag the type of the resource, if its tags name the step
     * @param find the call that finds the resource of an earlier run; null if there is none to find
     * @param where the request of that call
     * @param keep values to store by name, as JSON pointers into the answer
     * @param exists the error code that means that the resource already exists
     */
    record Step(
            String name,
            @Nullable String account,
            String call,
            JsonNode with,
            @Nullable String tag,
            @Nullable String find,
            @Nullable JsonNode where,
            @Nullable Map<String, String> keep,
            @Nullable String exists) {

        Map<String, String> kept() {
            return Objects.requireNonNullElse(keep, Map.of());
        }
    }

    /**
     * A command to try.
     *
     * @param what its purpose
     */
    record Hint(String what, String command) {}

    static DemoScript read() {
        try (InputStream file = DemoScript.class.getResourceAsStream("demo.json")) {
            return JSON.readValue(Objects.requireNonNull(file, "demo.json"), DemoScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
