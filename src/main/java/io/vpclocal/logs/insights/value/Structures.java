package io.vpclocal.logs.insights.value;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The structures of the query language, maps and lists, as JSON nodes. */
public final class Structures {

    /** Decimal numbers keep their digits, since they are shown as logged. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Structures() {}

    /** The map or list in the text, or null if it is neither. */
    public static @Nullable JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isContainer() ? node : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** The value of a node in expressions: a plain value, or the node itself if it has children. */
    public static @Nullable Object value(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isContainer()) {
            return node;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        // Numbers stay text, so that long identifiers keep all their digits.
        return node.asString();
    }

    public static ArrayNode list(Iterable<?> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Object value : values) {
            String text = Values.text(value);
            if (value instanceof JsonNode node) {
                list.add(node);
            } else if (text != null) {
                list.add(text);
            }
        }
        return list;
    }

    /** Follows one step of a dotted path. */
    public static @Nullable JsonNode child(JsonNode node, String step) {
        if (!node.isArray()) {
            return node.get(step);
        }
        boolean index = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return index ? node.get(Integer.parseInt(step)) : null;
    }

    /** The value of one member or element of a structure; null for other values. */
    public static @Nullable Object step(@Nullable Object structure, String step) {
        return structure instanceof JsonNode node ? value(child(node, step)) : null;
    }
}
