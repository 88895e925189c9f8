package io.vpclocal.logs.pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON pattern: the message is a JSON object for which the condition holds. */
record JsonMatcher(JsonCondition condition) implements LineMatcher {

    /** Decimal numbers keep their digits: quoted {@code "12"} does not equal the text of {@code 12.0}. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Override
    public boolean matches(String message) {
        JsonNode root = parse(message);
        return root != null && condition.holds(root);
    }

    /** The object in the message, or null if the message is not a JSON object. */
    static @Nullable JsonNode parse(String message) {
        int start = 0;
        while (start < message.length() && message.charAt(start) <= ' ') {
            start++;
        }
        if (start == message.length() || message.charAt(start) != '{') {
            return null;
        }
        try {
            return MAPPER.readTree(message);
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
