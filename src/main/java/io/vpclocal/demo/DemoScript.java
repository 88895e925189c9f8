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
 * What the demo network is made of, from {@code demo.json}. Texts may contain <code>${name}</code>: what an earlier step
 * kept under that name.
 *
 * @param traffic flows that are sent when the flow log has just been made, as {@code POST /_vpclocal/traffic} takes them
 * @param next commands to try
 */
record DemoScript(List<Step> steps, JsonNode traffic, List<Hint> next) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One call.
     *
     * @param account {@code consumer} or {@code provider}; the consumer if null
     * @param call service and action, such as {@code ec2/CreateVpc}
     * @param with its request
     * @param tag the type of the resource, if its tags name the step
     * @param find the call that finds what an earlier run made; null if there is nothing to find
     * @param where the request of that call
     * @param keep what to remember under which name, as JSON pointers into its answer
     * @param exists the code of the error that says that an earlier run has made it
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
     * @param what what it is for
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
