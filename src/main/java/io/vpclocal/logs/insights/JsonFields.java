package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.FieldDiscovery.Discovered;
import io.vpclocal.logs.insights.value.Structures;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The leaves of a JSON object under dotted names, as AWS discovers them. */
record JsonFields(Map<String, Object> values) implements Discovered {

    /** AWS documentation: the most fields that are extracted from one event. */
    private static final int MAX_FIELDS = 200;

    private static final JsonFields NONE = new JsonFields(Map.of());

    static Discovered of(String message) {
        JsonNode root = message.isEmpty() || message.charAt(0) > '{' ? null : Structures.parse(message);
        if (root == null || !root.isObject()) {
            return NONE;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        flatten("", root, values);
        return new JsonFields(values);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, Object> values) {
        if (values.size() >= MAX_FIELDS) {
            return;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                flatten(join(prefix, member.getKey()), member.getValue(), values);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(join(prefix, Integer.toString(i)), node.get(i), values);
            }
        } else {
            Object value = Structures.value(node);
            if (value != null) {
                values.put(prefix, value);
            }
        }
    }

    /** A member whose name starts with an at sign gets a second one. */
    private static String join(String prefix, String name) {
        if (prefix.isEmpty()) {
            return name.startsWith("@") ? "@" + name : name;
        }
        return prefix + "." + name;
    }

    @Override
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    @Override
    public Collection<String> names() {
        return values.keySet();
    }
}
