package io.vpclocal.protocol.constraint;

import io.vpclocal.protocol.constraint.ModelShapes.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The broken constraints of one request, with the service's messages. */
final class Violations {

    /** UNVERIFIED: the service stops at ten. Users report ten for requests with many more. */
    private static final int MOST = 10;

    private final ModelShapes shapes;
    private final ConstraintStyle style;
    private final List<String> found = new ArrayList<>(0);

    Violations(ModelShapes shapes, ConstraintStyle style) {
        this.shapes = shapes;
        this.style = style;
    }

    /** @param path path of the structure, with a dot at its end; empty for the request itself */
    void structure(SdkPojo structure, Shape shape, String path) {
        Map<String, String> members = Objects.requireNonNull(shape.members());
        for (SdkField<?> field : structure.sdkFields()) {
            String name = field.memberName();
            if (!members.containsKey(name)) {
                continue;
            }
            Object value = field.getValueOrDefault(structure);
            if (value != null && !style.isMissing(value)) {
                value(value, shapes.shape(members.get(name)), path + style.name(name));
            } else if (shape.requires(name)) {
                add("null ", path + style.name(name), "Member must not be null");
            }
        }
    }

    private void value(Object value, @Nullable Shape shape, String path) {
        if (shape == null) {
            return;
        }
        if (value instanceof SdkPojo structure) {
            structure(structure, shape, path + ".");
        } else if (value instanceof List<?> list) {
            list(list, shape, path);
        } else if (value instanceof Map<?, ?> map) {
            map(map, shape, path);
        } else if (value instanceof Number number) {
            shape.bounds(new BigDecimal(number.toString()))
                    .forEach(constraint -> add(printed(value, shape), path, constraint));
        } else {
            shape.broken(value.toString(), style.patternFirst())
                    .forEach(constraint -> add(printed(value, shape), path, constraint));
        }
    }

    private void list(List<?> list, Shape shape, String path) {
        shape.bounds(BigDecimal.valueOf(list.size()))
                .forEach(constraint -> add(printed(list, shape), path, constraint));
        Shape element = shapes.shape(shape.member());
        if (element == null) {
            return;
        }
        if (!element.type().equals("string")) {
            for (int i = 0; i < list.size() && !full(); i++) {
                value(Objects.requireNonNull(list.get(i)), element, path + "." + (i + 1) + ".member");
            }
        } else if (list.stream().anyMatch(one -> breaks(one, element))) {
            add(printed(list, shape), path, "Member must satisfy constraint: " + element.all());
        }
    }

    private void map(Map<?, ?> map, Shape shape, String path) {
        shape.bounds(BigDecimal.valueOf(map.size())).forEach(constraint -> add(printed(map, shape), path, constraint));
        Shape key = shapes.shape(shape.key());
        Shape value = shapes.shape(shape.value());
        if (key != null && map.keySet().stream().anyMatch(one -> breaks(one, key))) {
            add(printed(map, shape), path, "Map keys must satisfy constraint: " + key.all());
        }
        if (value != null && map.values().stream().anyMatch(one -> breaks(one, value))) {
            add(printed(map, shape), path, "Map value must satisfy constraint: " + value.all());
        }
    }

    private boolean breaks(Object text, Shape shape) {
        return !shape.broken(text.toString(), style.patternFirst()).isEmpty();
    }

    private static String printed(Object value, Shape shape) {
        return shape.hides() ? "" : "'" + PrintedValue.of(value) + "' ";
    }

    /** @param printed the value with a blank behind it; empty if it is not repeated */
    private void add(String printed, String path, String constraint) {
        if (!full()) {
            found.add("Value " + (style.quotesValues() ? printed : "") + "at '" + path
                    + "' failed to satisfy constraint: " + constraint);
        }
    }

    private boolean full() {
        return found.size() == MOST;
    }

    boolean none() {
        return found.isEmpty();
    }

    String message() {
        String plural = found.size() == 1 ? "" : "s";
        return found.size() + " validation error" + plural + " detected: " + String.join("; ", found);
    }
}
