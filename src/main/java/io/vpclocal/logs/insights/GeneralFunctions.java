package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Structures;
import io.vpclocal.logs.insights.value.Values;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** General and JSON functions. */
final class GeneralFunctions {

    /** AWS documentation: {@code case} takes up to ten branches and a default. */
    private static final int MOST_CASES = 21;

    private GeneralFunctions() {}

    static void addTo(Functions functions) {
        functions.add("ispresent", 1, 1, (row, a) -> a[0] != null);
        functions.add("coalesce", 1, Functions.ANY_NUMBER, (row, a) -> coalesce(a));
        functions.add("if", 3, 3, (row, a) -> Values.isTrue(a[0]) ? a[1] : a[2]);
        functions.add("case", 2, MOST_CASES, (row, a) -> firstCase(a));
        functions.add("isNumeric", 1, 1, (row, a) -> !Double.isNaN(Values.number(a[0])));
        StringFunctions.unary(functions, "messageSize", text -> (double) text.getBytes(StandardCharsets.UTF_8).length);
        // Log groups mask nothing here, so the value is unchanged.
        functions.add("unmask", 1, 1, (row, a) -> a[0]);
        functions.add("jsonParse", 1, 1, (row, a) -> parse(a[0]));
        functions.add("jsonStringify", 1, 1, (row, a) -> a[0] instanceof JsonNode node ? node.toString() : null);
        functions.add("jsonArraySize", 1, 1, (row, a) -> {
            JsonNode node = parse(a[0]);
            return node == null || !node.isArray() ? null : (Object) (double) node.size();
        });
        functions.add("jsonArrayContains", 2, 2, (row, a) -> contains(parse(a[0]), Values.text(a[1])));
    }

    private static @Nullable Object coalesce(@Nullable Object[] values) {
        for (Object value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Object firstCase(@Nullable Object[] values) {
        for (int i = 0; i + 1 < values.length; i += 2) {
            if (Values.isTrue(values[i])) {
                return values[i + 1];
            }
        }
        return values.length % 2 == 1 ? values[values.length - 1] : null;
    }

    private static @Nullable JsonNode parse(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        return value instanceof String text ? Structures.parse(text) : null;
    }

    /**
     * The JSON array in a field, also one that is written in a string; any other value unchanged. An array in the message
     * has no field of its own, only its elements have.
     */
    static @Nullable Object array(Row row, String field) {
        Object value = row.get(field);
        Object found = value;
        if (found == null) {
            found = parse(row.get("@message"));
            for (String step : field.split("\\.")) {
                found = Structures.step(found, step);
            }
        }
        JsonNode node = parse(found);
        return node != null && node.isArray() ? node : value;
    }

    private static boolean contains(@Nullable JsonNode list, @Nullable String wanted) {
        if (list == null || !list.isArray() || wanted == null) {
            return false;
        }
        for (JsonNode element : list.values()) {
            if (wanted.equals(Values.text(Structures.value(element)))) {
                return true;
            }
        }
        return false;
    }
}
