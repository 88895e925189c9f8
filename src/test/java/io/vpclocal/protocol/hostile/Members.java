package io.vpclocal.protocol.hostile;

import io.vpclocal.protocol.codec.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The members of a request class at any depth, with valid values. Keys are the model's member names. */
final class Members {

    private static final int DEPTH = 5;

    private final UnaryOperator<@Nullable String> samples;

    /** @param samples a valid text for the member with that name; null if unknown */
    Members(UnaryOperator<@Nullable String> samples) {
        this.samples = samples;
    }

    /** A member of an otherwise valid request. */
    record Place(List<Object> path, Map<String, Object> request) {}

    /** Every member of the class, once. */
    List<Place> places(Class<? extends SdkPojo> type, Map<String, Object> base) {
        List<Place> places = new ArrayList<>();
        structure(Models.newBuilder(type), List.of(), base, places, 0);
        return places;
    }

    /** The valid value of a top-level member; null if unknown. */
    @Nullable
    Object sound(Class<? extends SdkPojo> type, String name) {
        SdkPojo builder = Models.newBuilder(type);
        SdkField<?> field = field(builder, name);
        return field == null ? null : sound(builder, field, 0);
    }

    /** The model name of a top-level member. Errors may use its wire name. */
    String memberName(Class<? extends SdkPojo> type, String name) {
        SdkField<?> field = field(Models.newBuilder(type), name);
        return field == null ? name : field.memberName();
    }

    private static @Nullable SdkField<?> field(SdkPojo builder, String name) {
        return builder.sdkFields().stream()
                .filter(field -> field.memberName().equalsIgnoreCase(name)
                        || field.locationName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private void structure(
            SdkPojo builder, List<Object> at, Map<String, Object> around, List<Place> places, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            List<Object> path = plus(at, field.memberName());
            Object sound = sound(builder, field, depth);
            Map<String, Object> request = put(around, path, sound == null ? "x" : sound);
            places.add(new Place(path, request));
            if (depth < DEPTH) {
                inside(field, path, request, places, depth);
            }
        }
    }

    private void inside(
            SdkField<?> field, List<Object> path, Map<String, Object> request, List<Place> places, int depth) {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            structure(field.constructor().get(), path, request, places, depth + 1);
        } else if (field.marshallingType() == MarshallingType.LIST) {
            List<Object> first = plus(path, 0);
            places.add(new Place(first, request));
            inside(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), first, request, places, depth);
        } else if (field.marshallingType() == MarshallingType.MAP) {
            List<Object> entry = plus(path, "key");
            places.add(new Place(entry, request));
            inside(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), entry, request, places, depth);
        }
    }

    private @Nullable Object sound(SdkPojo owner, SdkField<?> field, int depth) {
        Set<String> allowed = Models.enumMembers(owner.getClass()).get(Models.key(field.memberName()));
        return sound(field, field.memberName(), allowed, depth);
    }

    private @Nullable Object sound(SdkField<?> field, String name, @Nullable Set<String> allowed, int depth) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return depth > DEPTH ? Map.of() : soundStructure(field.constructor().get(), depth + 1);
        } else if (type == MarshallingType.LIST) {
            Object element = sound(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), name, allowed, depth);
            return element == null ? List.of() : List.of(element);
        } else if (type == MarshallingType.MAP) {
            Object value = sound(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), name, allowed, depth);
            return value == null ? Map.of() : Map.of("key", value);
        } else if (type == MarshallingType.STRING) {
            return allowed == null ? samples.apply(name) : allowed.iterator().next();
        } else if (type == MarshallingType.BOOLEAN) {
            return true;
        }
        return type == MarshallingType.INSTANT ? null : name.endsWith("Count") ? 1 : 10;
    }

    private Map<String, Object> soundStructure(SdkPojo builder, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : builder.sdkFields()) {
            boolean scalar = field.marshallingType() == MarshallingType.STRING;
            Object value = scalar ? sound(builder, field, depth) : null;
            if (value != null) {
                members.put(field.memberName(), value);
            }
        }
        return members;
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Map<String, Object> put(Map<String, Object> request, List<Object> path, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(request);
        copy.put((String) path.get(0), path.size() == 1 ? value : inner(copy.get(path.get(0)), path, 1, value));
        return copy;
    }

    private static Object inner(@Nullable Object node, List<Object> path, int at, Object value) {
        if (path.get(at) instanceof Integer) {
            Object element = node instanceof List<?> list && !list.isEmpty() ? list.get(0) : Map.of();
            return List.of(at + 1 == path.size() ? value : inner(element, path, at + 1, value));
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, member) -> copy.put((String) key, member));
        }
        Object key = path.get(at);
        copy.put((String) key, at + 1 == path.size() ? value : inner(copy.get(key), path, at + 1, value));
        return copy;
    }
}
