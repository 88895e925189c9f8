package io.vpclocal.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;

/**
 * Converts JSON to records and back. It uses the SDK's parser, because every SDK client brings it. Unknown members are
 * ignored, because the emulator may be newer than the test kit.
 */
final class Json {

    private static final JsonNodeParser PARSER = JsonNode.parser();

    private Json() {}

    static <T> T read(String text, Class<T> type) {
        return record(PARSER.parse(text), type);
    }

    static <T> List<T> readList(String text, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : PARSER.parse(text).asArray()) {
            items.add(record(item, type));
        }
        return List.copyOf(items);
    }

    /** @param value maps, collections, texts, numbers, truth values, instants and durations */
    static String write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static <T> T record(JsonNode node, Class<T> type) {
        Map<String, JsonNode> members = node.asObject();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(members.get(components[i].getName()), components[i].getGenericType());
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read a " + type.getSimpleName() + " from " + node, e);
        }
    }

    private static @Nullable Object value(@Nullable JsonNode node, Type type) {
        JsonNode present = node == null || node.isNull() ? null : node;
        if (type instanceof ParameterizedType container) {
            Type item = container.getActualTypeArguments()[container.getActualTypeArguments().length - 1];
            return container.getRawType() == Map.class
                    ? map(present == null ? Map.of() : present.asObject(), item)
                    : list(present == null ? List.of() : present.asArray(), item);
        }
        return present == null ? absent(type) : scalar(present, type);
    }

    private static @Nullable Object absent(Type type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : type == double.class ? (Object) 0.0 : null;
    }

    private static Object scalar(JsonNode node, Type type) {
        if (type == boolean.class || type == Boolean.class) {
            return node.asBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(node.asNumber());
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(node.asNumber());
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(node.asNumber());
        }
        if (type == Instant.class) {
            return Instant.parse(node.asString());
        }
        if (type == Duration.class) {
            return Duration.parse(node.asString());
        }
        return type instanceof Class<?> named && named.isRecord() ? record(node, named) : node.text();
    }

    private static List<Object> list(List<JsonNode> nodes, Type item) {
        return nodes.stream().map(node -> scalar(node, item)).toList();
    }

    private static Map<String, Object> map(Map<String, JsonNode> nodes, Type item) {
        Map<String, Object> map = new LinkedHashMap<>();
        nodes.forEach((name, node) -> map.put(name, scalar(node, item)));
        return map;
    }
}
