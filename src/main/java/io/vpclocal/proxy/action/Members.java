package io.vpclocal.proxy.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The members of a request: those of a JSON body, or the parameters of a form. */
public final class Members {

    /** {@code Attribute.1.Name}, {@code Attributes.entry.1.key}: the keys of a map in a form. */
    private static final Pattern MAP_KEY = Pattern.compile("([A-Za-z]+?)s?(?:\\.entry)?\\.(\\d{1,3})\\.(?:Name|key)");

    /** {@code Actions.member.1}, {@code ActionName.1}: the elements of a list in a form. */
    private static final Pattern ELEMENT = Pattern.compile("([A-Za-z]+)(?:\\.member)?\\.\\d{1,3}");

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

    /** Maps and lists of query services have the form that they have in JSON; a map's name ends with an s. */
    public static Members form(String form) {
        ObjectNode root = empty();
        Map<String, String> values = Query.of(form).values();
        values.forEach((name, value) -> {
            Matcher key = MAP_KEY.matcher(name);
            Matcher element = ELEMENT.matcher(name);
            if (key.matches()) {
                String entry = name.substring(0, name.lastIndexOf('.'));
                String text = values.getOrDefault(entry + ".Value", values.getOrDefault(entry + ".value", ""));
                object(root, key.group(1) + "s").put(value, text);
            } else if (element.matches()) {
                array(root, element.group(1)).add(value);
            } else if (!root.has(name)) {
                root.put(name, value);
            }
        });
        return new Members(root);
    }

    private static ObjectNode object(ObjectNode root, String name) {
        return root.get(name) instanceof ObjectNode known ? known : root.putObject(name);
    }

    private static ArrayNode array(ObjectNode root, String name) {
        return root.get(name) instanceof ArrayNode known ? known : root.putArray(name);
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

    /** The texts of a map at a path such as {@code A.B}; empty if there is none. */
    public Map<String, String> map(String path) {
        List<JsonNode> nodes = List.of(root);
        for (String step : path.split("\\.", -1)) {
            nodes = step(nodes, step);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        nodes.forEach(node -> node.properties().stream()
                .filter(entry -> entry.getValue().isString())
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString())));
        return texts;
    }

    /** The elements of a list. */
    public List<Members> each(String name) {
        return step(List.of(root), name + "[]").stream().map(Members::new).toList();
    }

    /** Whether a member is the boolean true. */
    public boolean isTrue(String name) {
        return root.path(name).asBoolean(false);
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
