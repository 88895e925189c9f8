package io.vpclocal.logs.pattern;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The condition of a JSON pattern, evaluated on the parsed message. */
sealed interface JsonCondition {

    boolean holds(JsonNode root);

    record And(List<JsonCondition> conditions) implements JsonCondition {
        @Override
        public boolean holds(JsonNode root) {
            return conditions.stream().allMatch(condition -> condition.holds(root));
        }
    }

    record Or(List<JsonCondition> conditions) implements JsonCondition {
        @Override
        public boolean holds(JsonNode root) {
            return conditions.stream().anyMatch(condition -> condition.holds(root));
        }
    }

    /** A missing property, an object, an array and null pass no comparison, including {@code !=}. */
    record Compare(JsonSelector selector, ValueTest test) implements JsonCondition {
        @Override
        public boolean holds(JsonNode root) {
            return selector.any(root, this::accepts);
        }

        private boolean accepts(JsonNode node) {
            if (node.isNumber()) {
                String text = node.asString();
                return test.test(text, 0, text.length());
            }
            return (node.isString() || node.isBoolean()) && test.testString(node.asString());
        }
    }

    record Is(JsonSelector selector, Constant constant) implements JsonCondition {
        @Override
        public boolean holds(JsonNode root) {
            return selector.any(root, node -> switch (constant) {
                case NULL -> node.isNull();
                case TRUE -> node.isBoolean() && node.booleanValue();
                case FALSE -> node.isBoolean() && !node.booleanValue();
            });
        }
    }

    enum Constant {
        NULL,
        TRUE,
        FALSE
    }

    record Absent(JsonSelector selector) implements JsonCondition {
        @Override
        public boolean holds(JsonNode root) {
            return !selector.any(root, node -> true);
        }
    }
}
