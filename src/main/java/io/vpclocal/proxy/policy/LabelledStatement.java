package io.vpclocal.proxy.policy;

import io.vpclocal.proxy.action.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The statement that {@code AddPermission} of Amazon SQS or SNS adds to a policy (API References, "AddPermission").
 *
 * @param label its Sid
 */
record LabelledStatement(String label, String service, String resource, List<String> accounts, List<String> actions) {

    static LabelledStatement of(String service, String resource, Members request) {
        return new LabelledStatement(
                label(request),
                service,
                resource,
                any(request, "AWSAccountIds[]", "AWSAccountId[]"),
                any(request, "Actions[]", "ActionName[]"));
    }

    private static String label(Members request) {
        return request.at("Label").stream().findFirst().orElse("");
    }

    private static List<String> any(Members request, String one, String other) {
        List<String> all = new ArrayList<>(request.at(one));
        all.addAll(request.at(other));
        return all;
    }

    String addTo(@Nullable String before) {
        ObjectNode policy = policy(before);
        ObjectNode statement = statements(policy).addObject();
        statement.put("Sid", label).put("Effect", "Allow");
        ArrayNode principals = statement.putObject("Principal").putArray("AWS");
        accounts.forEach(principals::add);
        ArrayNode names = statement.putArray("Action");
        actions.forEach(action -> names.add(service.toUpperCase(Locale.ROOT) + ":" + action));
        statement.put("Resource", resource);
        return policy.toString();
    }

    /** The policy without the labelled statement; null if no statement is left. */
    static @Nullable String remove(Members request, @Nullable String before) {
        ObjectNode policy = policy(before);
        ArrayNode left = JsonMapper.shared().createArrayNode();
        for (JsonNode statement : statements(policy)) {
            if (!statement.path("Sid").asString("").equals(label(request))) {
                left.add(statement);
            }
        }
        policy.set("Statement", left);
        return left.isEmpty() ? null : policy.toString();
    }

    private static ObjectNode policy(@Nullable String before) {
        try {
            if (before != null && JsonMapper.shared().readTree(before) instanceof ObjectNode known) {
                return known;
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("A stored policy is not JSON", e);
        }
        return JsonMapper.shared().createObjectNode().put("Version", "2012-10-17");
    }

    private static ArrayNode statements(ObjectNode policy) {
        JsonNode statements = policy.get("Statement");
        if (statements instanceof ArrayNode several) {
            return several;
        }
        ArrayNode list = policy.putArray("Statement");
        if (statements != null) {
            list.add(statements);
        }
        return list;
    }
}
