package io.vpclocal.identity.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates the structure of a document: known elements, values of the right type, known operators.
 *
 * <p>Source: AWS documentation, IAM User Guide, "Grammar of the IAM JSON policy language"; an unknown operator without
 * keys is accepted (recorded from AWS).
 */
final class PolicyReader {

    private static final Set<String> TOP_ELEMENTS = Set.of("Version", "Id", "Statement");
    private static final Set<String> VERSIONS = Set.of("2008-10-17", RawPolicy.VERSION_2012);
    private static final Set<String> STATEMENT_ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Set<String> PRINCIPAL_TYPES = Set.of("AWS", "Service", "Federated", "CanonicalUser");

    private static final String NO_STATEMENT = "Could not parse the policy: Statement is empty!";

    private final ProblemFactory problems;

    PolicyReader(ProblemFactory problems) {
        this.problems = problems;
    }

    RawPolicy read(JsonNode root) {
        JsonNode.Members top = members(root);
        checkNames(top, TOP_ELEMENTS);
        JsonNode.Text version = text(top, "Version");
        if (version != null && !VERSIONS.contains(version.value())) {
            throw problems.syntax(version, "The policy must contain a valid version string");
        }
        JsonNode.Text id = text(top, "Id");
        JsonNode statement = top.values().get("Statement");
        if (statement == null) {
            throw problems.syntax(top, NO_STATEMENT);
        }
        List<JsonNode> nodes = statement instanceof JsonNode.Elements list ? list.values() : List.of(statement);
        if (nodes.isEmpty()) {
            throw problems.syntax(statement, NO_STATEMENT);
        }
        return new RawPolicy(
                version == null ? null : version.value(), id == null ? null : id.value(), statements(statement, nodes));
    }

    /**
     * The reported start of a statement: in a list the end of the token before it, otherwise the position after its
     * opening brace (recorded from AWS).
     */
    private List<RawPolicy.Statement> statements(JsonNode whole, List<JsonNode> nodes) {
        List<RawPolicy.Statement> statements = new ArrayList<>(nodes.size());
        int reported = whole.start() + 1;
        for (JsonNode node : nodes) {
            statements.add(statement(node, reported));
            reported = node.end();
        }
        return statements;
    }

    private RawPolicy.Statement statement(JsonNode node, int reported) {
        JsonNode.Members members = members(node);
        checkNames(members, STATEMENT_ELEMENTS);
        exclude(members, "Action", "NotAction");
        exclude(members, "Resource", "NotResource");
        exclude(members, "Principal", "NotPrincipal");
        JsonNode.Text effect = text(members, "Effect");
        if (effect == null) {
            throw problems.syntax(node, "Missing required field Effect");
        }
        if (!effect.value().equalsIgnoreCase("Allow") && !effect.value().equalsIgnoreCase("Deny")) {
            throw problems.syntax(effect, ProblemFactory.invalidEffect(effect.value()));
        }
        return new RawPolicy.Statement(
                text(members, "Sid"),
                effect,
                texts(members, "Action"),
                texts(members, "NotAction"),
                texts(members, "Resource"),
                texts(members, "NotResource"),
                principals(members, "Principal"),
                principals(members, "NotPrincipal"),
                conditions(members),
                node.start(),
                node.end(),
                reported);
    }

    private void checkNames(JsonNode.Members members, Set<String> known) {
        for (String name : members.values().keySet()) {
            if (!known.contains(name)) {
                throw problems.syntaxAt(members.nameStart(name));
            }
        }
    }

    private void exclude(JsonNode.Members members, String one, String other) {
        if (members.values().containsKey(one) && members.values().containsKey(other)) {
            throw problems.syntaxAt(Math.max(members.nameStart(one), members.nameStart(other)));
        }
    }

    /** One type may have an empty list beside another type with values, as public Terraform modules write trust policies. */
    private @Nullable List<RawPolicy.Principal> principals(JsonNode.Members statement, String name) {
        JsonNode node = statement.values().get(name);
        if (node == null) {
            return null;
        }
        List<RawPolicy.Principal> principals = new ArrayList<>();
        if (node instanceof JsonNode.Text all && all.value().equals("*")) {
            principals.add(new RawPolicy.Principal("AWS", all, true));
            return principals;
        }
        JsonNode.Members types = members(node);
        checkNames(types, PRINCIPAL_TYPES);
        for (Map.Entry<String, JsonNode> type : types.values().entrySet()) {
            textsOf(type.getValue())
                    .forEach(value -> principals.add(new RawPolicy.Principal(type.getKey(), value, false)));
        }
        if (principals.isEmpty()) {
            throw problems.syntax(
                    types.values().values().stream().findFirst().orElse(node),
                    "Missing required field Principal cannot be empty!");
        }
        return principals;
    }

    private List<RawPolicy.Test> conditions(JsonNode.Members statement) {
        JsonNode node = statement.values().get("Condition");
        if (node == null) {
            return List.of();
        }
        List<RawPolicy.Test> tests = new ArrayList<>();
        JsonNode.Members operators = members(node);
        operators.values().forEach((name, keys) -> {
            ConditionOperator operator = ConditionOperator.named(name);
            members(keys).values().forEach((key, value) -> {
                if (operator == null) {
                    throw problems.syntaxAt(operators.nameStart(name));
                }
                tests.add(new RawPolicy.Test(name, operator, key, scalars(value)));
            });
        });
        return tests;
    }

    /** Condition values may be strings, numbers and booleans. */
    private List<JsonNode> scalars(JsonNode node) {
        List<JsonNode> values = node instanceof JsonNode.Elements list ? list.values() : List.of(node);
        for (JsonNode value : values) {
            if (!(value instanceof JsonNode.Text) && !(value instanceof JsonNode.Literal)) {
                throw problems.syntax(value);
            }
        }
        return values;
    }

    static String textOf(JsonNode scalar) {
        if (scalar instanceof JsonNode.Text text) {
            return text.value();
        }
        return scalar instanceof JsonNode.Literal literal ? literal.value() : "";
    }

    private @Nullable List<JsonNode.Text> texts(JsonNode.Members members, String name) {
        JsonNode node = members.values().get(name);
        return node == null ? null : textsOf(node);
    }

    private List<JsonNode.Text> textsOf(JsonNode node) {
        List<JsonNode> nodes = node instanceof JsonNode.Elements list ? list.values() : List.of(node);
        List<JsonNode.Text> texts = new ArrayList<>(nodes.size());
        for (JsonNode each : nodes) {
            texts.add(asText(each));
        }
        return texts;
    }

    private JsonNode.@Nullable Text text(JsonNode.Members members, String name) {
        JsonNode node = members.values().get(name);
        return node == null ? null : asText(node);
    }

    private JsonNode.Text asText(JsonNode node) {
        if (node instanceof JsonNode.Text text) {
            return text;
        }
        throw problems.syntax(node);
    }

    private JsonNode.Members members(JsonNode node) {
        if (node instanceof JsonNode.Members members) {
            return members;
        }
        throw problems.syntax(node);
    }
}
