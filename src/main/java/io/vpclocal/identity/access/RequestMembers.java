package io.vpclocal.identity.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Reads values of a request by member path, such as {@code SubnetConfigurations.SubnetId}. */
final class RequestMembers {

    private final SdkPojo request;

    RequestMembers(SdkPojo request) {
        this.request = request;
    }

    /** All values at a path, including those in lists. Numbers and booleans are returned as text. */
    List<String> at(String path) {
        List<String> values = new ArrayList<>();
        collect(request, path.split("\\.", -1), 0, values);
        return values;
    }

    List<String> at(Collection<String> paths) {
        return paths.stream().flatMap(path -> at(path).stream()).toList();
    }

    /** The first value of a member, or null. */
    @Nullable
    String first(String path) {
        List<String> values = at(path);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The structures in a list. Other elements, such as the keys of tags to remove, are left out. */
    List<RequestMembers> list(String member) {
        Object value = value(request, member);
        return value instanceof List<?> list && !(value instanceof SdkAutoConstructList)
                ? list.stream()
                        .filter(SdkPojo.class::isInstance)
                        .map(element -> new RequestMembers((SdkPojo) element))
                        .toList()
                : List.of();
    }

    /** The top-level members that are set. */
    List<String> names() {
        return request.sdkFields().stream()
                .filter(field -> set(field.getValueOrDefault(request)))
                .map(SdkField::memberName)
                .toList();
    }

    /** A member as an attribute value for policies: text, or a list of texts as JSON. */
    String text(String member) {
        Object value = value(request, member);
        if (value instanceof SdkPojo) {
            return first(member + ".Value") == null ? "" : String.valueOf(first(member + ".Value"));
        }
        if (value instanceof List<?>) {
            return at(member).stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
        }
        return String.valueOf(value);
    }

    /** Tags in any of the services' shapes, by key. */
    Map<String, String> tags(String member) {
        Object value = value(request, member);
        Map<String, String> tags = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> tags.put(String.valueOf(key), String.valueOf(text)));
        } else {
            for (RequestMembers tag : list(member)) {
                String key = tag.first("Key");
                if (key != null) {
                    String text = tag.first("Value");
                    tags.put(key, text == null ? "" : text);
                }
            }
        }
        return tags;
    }

    private static void collect(@Nullable Object value, String[] path, int depth, List<String> values) {
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, path, depth, values));
        } else if (depth == path.length) {
            if (!(value instanceof SdkPojo) && !(value instanceof Map)) {
                values.add(String.valueOf(value));
            }
        } else if (value instanceof SdkPojo pojo) {
            Object member = value(pojo, path[depth]);
            if (set(member)) {
                collect(member, path, depth + 1, values);
            }
        }
    }

    private static @Nullable Object value(SdkPojo pojo, String member) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(member)) {
                return field.getValueOrDefault(pojo);
            }
        }
        return null;
    }

    private static boolean set(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }
}
