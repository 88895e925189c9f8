package io.vpclocal.identity.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context keys that a policy document refers to. The document is only parsed, so it may be of any kind and elements
 * may be missing. Every use of a key is listed, in the order and case written (recorded from AWS).
 */
public final class ContextKeyNames {

    private final List<String> names = new ArrayList<>();

    private ContextKeyNames() {}

    /** @throws PolicyDocumentProblem if the text is not JSON, or not an object with statements */
    public static List<String> of(String text) {
        ProblemFactory problems = new ProblemFactory(PolicyDialect.SESSION, text);
        JsonNode root;
        try {
            root = JsonParser.parse(text, PolicyLimits.MAX_STORED_CHARS);
        } catch (JsonParser.Failure failure) {
            throw problems.notJson(failure.offset());
        }
        if (!(root instanceof JsonNode.Members policy)) {
            throw problems.syntax(root);
        }
        ContextKeyNames keys = new ContextKeyNames();
        boolean variables = policy.values().get("Version") instanceof JsonNode.Text version
                && version.value().equals(RawPolicy.VERSION_2012);
        for (JsonNode statement : each(policy.values().get("Statement"))) {
            if (!(statement instanceof JsonNode.Members members)) {
                throw problems.syntax(statement);
            }
            keys.addConditions(members.values().get("Condition"), variables);
            if (variables) {
                keys.addVariables(members.values().get("Resource"));
                keys.addVariables(members.values().get("NotResource"));
            }
        }
        return List.copyOf(keys.names);
    }

    private void addConditions(@Nullable JsonNode condition, boolean variables) {
        if (!(condition instanceof JsonNode.Members operators)) {
            return;
        }
        for (JsonNode tests : operators.values().values()) {
            if (tests instanceof JsonNode.Members keys) {
                keys.values().forEach((key, value) -> {
                    names.add(key);
                    if (variables) {
                        addVariables(value);
                    }
                });
            }
        }
    }

    private void addVariables(@Nullable JsonNode value) {
        for (JsonNode text : each(value)) {
            Template.variables(PolicyReader.textOf(text)).forEach(names::add);
        }
    }

    private static List<JsonNode> each(@Nullable JsonNode node) {
        if (node == null) {
            return List.of();
        }
        return node instanceof JsonNode.Elements list ? list.values() : List.of(node);
    }
}
