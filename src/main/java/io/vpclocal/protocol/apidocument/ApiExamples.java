package io.vpclocal.protocol.apidocument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Example requests for the demo network, from {@code examples.json}. */
final class ApiExamples {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9-]+)}");
    private static final Pattern KEY = Pattern.compile("(.*?)(?: as (\\d{12}))?");

    private final Map<String, Example> examples = new HashMap<>();

    /**
     * An example request.
     *
     * @param account the account that sends it; null for the common account
     */
    record Example(@Nullable String account, JsonNode request) {

        /** The request as maps, lists and scalars. */
        Object value() {
            return JSON.treeToValue(request, Object.class);
        }
    }

    private ApiExamples() {}

    static ApiExamples read() {
        Properties ids = new Properties();
        ApiExamples read = new ApiExamples();
        try (InputStream names = open("demo-ids.properties");
                InputStream file = open("examples.json")) {
            ids.load(names);
            for (Map.Entry<String, JsonNode> example : JSON.readTree(file).properties()) {
                Matcher key = KEY.matcher(example.getKey());
                if (key.matches()) {
                    read.examples.put(key.group(1), new Example(key.group(2), filled(example.getValue(), ids)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** @param operation service and action, or method and path of the control API */
    Optional<Example> of(String operation) {
        return Optional.ofNullable(examples.get(operation));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ApiExamples.class.getResourceAsStream(name), name);
    }

    /** Other names are fields of a flow log's format and are kept. */
    private static JsonNode filled(JsonNode request, Properties ids) {
        return JSON.readTree(REFERENCE
                .matcher(request.toString())
                .replaceAll(name -> Matcher.quoteReplacement(ids.getProperty(name.group(1), name.group()))));
    }
}
