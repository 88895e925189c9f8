package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Map;

/** A JSON value with its start and end offsets; the end is exclusive. */
sealed interface JsonNode {

    int start();

    int end();

    /** Members in the order of the text; {@code nameStarts} holds the offset of each member's name. */
    record Members(Map<String, JsonNode> values, Map<String, Integer> nameStarts, int start, int end)
            implements JsonNode {

        int nameStart(String name) {
            return nameStarts.getOrDefault(name, start);
        }
    }

    record Elements(List<JsonNode> values, int start, int end) implements JsonNode {}

    record Text(String value, int start, int end) implements JsonNode {}

    /** A number or a boolean, as written. */
    record Literal(String value, int start, int end) implements JsonNode {}

    record Null(int start, int end) implements JsonNode {}
}
