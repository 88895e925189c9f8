package io.vpclocal.proxy.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The policy of a bucket, as JSON. */
public record BucketPolicy(ObjectNode document) {

    static final String STATEMENT = "Statement";
    static final String PRINCIPAL = "Principal";
    static final String CONDITION = "Condition";
    static final List<String> MEMBERS = List.of("Version", "Id", STATEMENT);
    static final List<String> MEMBERS_OF_STATEMENTS = List.of(
            "Sid", "Effect", PRINCIPAL, "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", CONDITION);

    private static final String OLDEST_VERSION = "2008-10-17";
    private static final int IPV4_PREFIX = 8;
    private static final int IPV6_PREFIX = 32;

    /** Keys that confine a statement if their values are fixed (Amazon S3 User Guide, "The meaning of 'public'"). */
    private static final Set<String> CONFINING = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceip",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:userid",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn");

    /** @return empty if the text is not a JSON object */
    public static Optional<BucketPolicy> read(String text) {
        try {
            return text.startsWith("{") && JsonMapper.shared().readTree(text) instanceof ObjectNode object
                    ? Optional.of(new BucketPolicy(object))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether the document is a policy and not, for example, an error. */
    public boolean isPolicy() {
        return document.has(STATEMENT);
    }

    List<JsonNode> statements() {
        return each(document.path(STATEMENT));
    }

    /**
     * The text as Amazon S3 returns it (recorded): members in its own order, statements as a list, other lists of one
     * element as this element. UNVERIFIED: the version that is added is that of CloudWatch Logs.
     */
    public String normalized() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("Version", document.path("Version").asString(OLDEST_VERSION));
        if (document.has("Id")) {
            whole.set("Id", document.get("Id"));
        }
        ArrayNode list = whole.putArray(STATEMENT);
        for (JsonNode statement : statements()) {
            ObjectNode ordered = list.addObject();
            for (String name : MEMBERS_OF_STATEMENTS) {
                if (statement.has(name)) {
                    ordered.set(name, single(statement.get(name)));
                }
            }
        }
        return whole.toString();
    }

    /** Whether Amazon S3 calls the policy public: an allowing statement for everybody that no fixed value confines. */
    public boolean isPublic() {
        return statements().stream()
                .anyMatch(statement -> statement.path("Effect").asString("").equals("Allow")
                        && namesEverybody(statement)
                        && !isConfined(statement.path(CONDITION)));
    }

    private static boolean namesEverybody(JsonNode statement) {
        JsonNode principal = statement.path(PRINCIPAL);
        return statement.has("NotPrincipal")
                || principal.asString("").equals("*")
                || principal.properties().stream()
                        .flatMap(type -> each(type.getValue()).stream())
                        .anyMatch(value -> value.asString("").equals("*"));
    }

    private static boolean isConfined(JsonNode conditions) {
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            String name = operator.getKey();
            boolean requires = !name.contains("Not")
                    && !name.endsWith("IfExists")
                    && !name.startsWith("ForAllValues:")
                    && !name.equals("Null");
            if (requires
                    && operator.getValue().properties().stream()
                            .anyMatch(test -> CONFINING.contains(test.getKey().toLowerCase(Locale.ROOT))
                                    && each(test.getValue()).stream().allMatch(value -> isFixed(value.asString(""))))) {
                return true;
            }
        }
        return false;
    }

    /** Without wildcards and variables. Address ranges that are too wide are not fixed. */
    private static boolean isFixed(String value) {
        int slash = value.lastIndexOf('/');
        if (slash > 0 && value.substring(slash + 1).matches("\\d{1,3}") && !value.startsWith("arn:")) {
            int prefix = Integer.parseInt(value.substring(slash + 1));
            return prefix >= (value.indexOf(':') < 0 ? IPV4_PREFIX : IPV6_PREFIX);
        }
        return value.indexOf('*') < 0 && value.indexOf('?') < 0 && !value.contains("${");
    }

    private static JsonNode single(JsonNode value) {
        if (value instanceof ArrayNode list && list.size() == 1) {
            return list.get(0);
        }
        if (value instanceof ObjectNode members) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            members.properties().forEach(member -> all.set(member.getKey(), single(member.getValue())));
            return all;
        }
        return value;
    }

    /** The elements of a list, or the one value that stands for a list. */
    static List<JsonNode> each(@Nullable JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value instanceof ArrayNode list) {
            list.forEach(values::add);
        } else if (value != null && !value.isMissingNode()) {
            values.add(value);
        }
        return values;
    }
}
