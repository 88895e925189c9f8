package io.vpclocal.protocol.constraint;

import io.vpclocal.protocol.AwsService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The constraints of a service's model, taken from botocore (Apache License 2.0). {@code
 * src/main/scripts/model-constraints.py} rebuilds the resources.
 *
 * @param actions by name
 * @param shapes by name; shapes without constraints are left out
 */
record ModelShapes(Map<String, Action> actions, Map<String, Shape> shapes) {

    private static final String FILES = "/io/vpclocal/protocol/constraints/";

    /** @param error the error code of the action */
    record Action(String input, String error) {}

    /**
     * A shape of the model.
     *
     * @param type {@code structure}, {@code list}, {@code map}, {@code string}, {@code integer}, ...
     * @param required the required members of a structure
     * @param members the shapes of a structure's members
     * @param member the shape of a list's elements
     * @param key the shape of a map's keys
     * @param value the shape of a map's values
     * @param hidden true if errors do not repeat the value
     */
    record Shape(
            String type,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Pattern pattern,
            @Nullable List<String> required,
            @Nullable Map<String, String> members,
            @Nullable String member,
            @Nullable String key,
            @Nullable String value,
            @Nullable Boolean hidden) {

        boolean hides() {
            return Boolean.TRUE.equals(hidden);
        }

        boolean requires(String name) {
            return required != null && required.contains(name);
        }

        /** The constraints that a number breaks: a value, or the length of a text, list or map. */
        List<String> bounds(BigDecimal number) {
            String what = type.equals("integer") || type.equals("long") ? "value" : "length";
            List<String> broken = new ArrayList<>(0);
            if (max != null && number.compareTo(max) > 0) {
                broken.add("Member must have " + what + " less than or equal to " + max);
            }
            if (min != null && number.compareTo(min) < 0) {
                broken.add("Member must have " + what + " greater than or equal to " + min);
            }
            return broken;
        }

        /** The constraints that a text breaks. */
        List<String> broken(String text, boolean patternFirst) {
            List<String> broken = bounds(BigDecimal.valueOf(text.length()));
            if (pattern != null && !pattern.matcher(text).matches()) {
                broken.add(
                        patternFirst ? 0 : broken.size(), "Member must satisfy regular expression pattern: " + pattern);
            }
            return broken;
        }

        /** All constraints of a text inside a list or a map. */
        String all() {
            List<String> all = new ArrayList<>();
            if (max != null) {
                all.add("Member must have length less than or equal to " + max);
            }
            if (min != null) {
                all.add("Member must have length greater than or equal to " + min);
            }
            if (pattern != null) {
                all.add("Member must satisfy regular expression pattern: " + pattern);
            }
            all.add("Member must not be null");
            return all.toString();
        }
    }

    static ModelShapes read(AwsService service) {
        String file = FILES + service.signingName() + ".json";
        return JsonMapper.shared()
                .readValue(Objects.requireNonNull(ModelShapes.class.getResourceAsStream(file)), ModelShapes.class);
    }

    /** Null if the shape has no constraints. */
    @Nullable
    Shape shape(@Nullable String name) {
        return name == null ? null : shapes.get(name);
    }
}
