package io.vpclocal.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values that steps have stored so far, by name. */
final class DemoNames {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9-]+)}");
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> values = new TreeMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    Map<String, String> all() {
        return values;
    }

    /** @throws IllegalStateException if a name is unknown */
    String fill(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String value = values.get(reference.group(1));
            if (value == null) {
                throw new IllegalStateException("No step has stored '" + reference.group(1) + "'");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    JsonNode fill(JsonNode tree) {
        return JSON.readTree(fill(tree.toString()));
    }
}
