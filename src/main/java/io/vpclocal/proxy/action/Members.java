package io.vpclocal.proxy.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The members of a request: those of a JSON body, or the parameters of a form. */
public final class Members {

    private final JsonNode root;

    private Members(JsonNode root) {
        this.root = root;
    }

    /** A body that is not a JSON object has no members. The upstream answers with the error. */
    public static Members json(byte[] body) {
        try {
            JsonNode root = body.length == 0 ? null : JsonMapper.shared().readTree(body);
            return new Members(root instanceof ObjectNode ? root : empty());
        } catch (JacksonException e) {
            return new Members(empty());
        }
    }

    /** These and others, which count for names that both have. */
    public Members with(Map<String, String> others) {
        ObjectNode all = empty();
        root.properties().forEach(member -> all.set(member.getKey(), member.getValue()));
        others.forEach(all::put);
        return new Members(all);
    }

    public static Members form(String form) {
        ObjectNode root = empty();
        Query.of(form).values().forEach(root::put);
        return new Members(root);
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }

    /** The texts at a path such as {@code A[].B} or {@code A.keys}, if any. */
    public List<String> at(String path) {
        List<JsonNode> nodes = List.of(root);
        for (String step : path.split("\\.", -1)) {
            if (step.equals("keys")) {
                return nodes.stream()
                        .flatMap(node -> node.propertyNames().stream())
                        .toList();
            }
            nodes = step(nodes, step);
        }
        return nodes.stream().filter(JsonNode::isString).map(JsonNode::asString).toList();
    }

    private static List<JsonNode> step(List<JsonNode> nodes, String step) {
        boolean each = step.endsWith("[]");
        String name = each ? step.substring(0, step.length() - 2) : step;
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode child = node.get(name);
            if (child != null && each && child.isArray()) {
                child.forEach(found::add);
            } else if (child != null && !each) {
                found.add(child);
            }
        }
        return found;
    }
}
