package io.vpclocal.logs.pattern;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A path into a JSON message, such as {@code $.users[0].email}.
 *
 * @param text the path as shown in extracted values
 */
record JsonSelector(String text, List<Step> steps) {

    /**
     * One step of the path.
     *
     * @param member name of a member, or null
     * @param element index of an array element, or -1; without a member and an element the step selects all children
     */
    record Step(@Nullable String member, int element) {

        static final Step ALL = new Step(null, -1);

        boolean isAll() {
            return member == null && element < 0;
        }
    }

    JsonSelector {
        steps = List.copyOf(steps);
    }

    /** True if the path selects a node that passes the test; with a wildcard, any of several nodes. */
    boolean any(JsonNode root, Predicate<JsonNode> test) {
        return any(root, 0, test);
    }

    private boolean any(JsonNode node, int depth, Predicate<JsonNode> test) {
        if (depth == steps.size()) {
            return test.test(node);
        }
        Step step = steps.get(depth);
        if (step.isAll()) {
            for (JsonNode child : node.values()) {
                if (any(child, depth + 1, test)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode child = step.member() == null ? node.get(step.element()) : node.get(step.member());
        return child != null && any(child, depth + 1, test);
    }
}
