package io.vpclocal.logs.policy;

import io.vpclocal.logs.LogsErrors;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Policy documents in the form that CloudWatch Logs stores. Recorded: a document without version gets the oldest one,
 * and a list of one element becomes the element. UNVERIFIED: the list of statements stays a list, and white space is
 * removed.
 */
final class PolicyDocuments {

    private static final String OLDEST_VERSION = "2008-10-17";

    /** Everybody, an account, an ARN, or the unique id of a user or role. */
    private static final Pattern AWS_PRINCIPAL = Pattern.compile("\\*|\\d{12}|arn:.+|A[A-Z0-9]{15,127}");

    private PolicyDocuments() {}

    /**
     * Users report the error for a service that is given as an AWS principal. UNVERIFIED: which other principals are
     * refused.
     */
    static void requirePrincipals(ObjectNode document) {
        for (JsonNode statement : list(document.path("Statement"))) {
            for (JsonNode value : list(statement.path("Principal").path("AWS"))) {
                if (!AWS_PRINCIPAL.matcher(value.asString("")).matches()) {
                    throw LogsErrors.invalidParameter("Could not convert to persistable policy.");
                }
            }
        }
    }

    private static Iterable<JsonNode> list(JsonNode node) {
        return node.isMissingNode() ? List.of() : node instanceof ArrayNode list ? list : List.of(node);
    }

    static ObjectNode normalised(ObjectNode document) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("Version", OLDEST_VERSION);
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            boolean statements =
                    member.getKey().equals("Statement") && member.getValue().isArray();
            policy.set(
                    member.getKey(), statements ? each((ArrayNode) member.getValue()) : collapsed(member.getValue()));
        }
        return policy;
    }

    private static ArrayNode each(ArrayNode list) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        list.forEach(value -> values.add(collapsed(value)));
        return values;
    }

    private static JsonNode collapsed(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return list.size() == 1 ? collapsed(list.get(0)) : each(list);
        }
        if (value instanceof ObjectNode structure) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            structure.properties().forEach(member -> members.set(member.getKey(), collapsed(member.getValue())));
            return members;
        }
        return value;
    }
}
