package io.vpclocal.protocol.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invalid value: empty, too long, of another type, or with characters that a format cannot carry. */
enum WrongValue {
    ABSENT(null, true),
    EMPTY("", true),
    BLANK(" ", true),
    WORD("x", true),
    LARGE_NUMBER("2147483648", true),
    NEGATIVE("-1", true),
    LONG("a".repeat(5_000), true),
    SYMBOLS("*${a}<&>'\"\\%_;--\t\r\n\u00e9\u4e2d\ud83d\ude00", true),
    NUL("a\u0000b", true),
    CONTROL("a\u0002b\uffff", true),
    /** A policy with escaped characters. */
    ESCAPES(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                    + "\"Principal\":\"*\",\"Sid\":\"a\\u0000\\ud800\\u0002\"}]}",
            true),
    STRUCTURE(Map.of("x", "y"), true),
    LIST(List.of("x", ""), true),
    LIST_OF_LISTS(List.of(List.of("x")), true),
    HALF_A_PAIR("a\ud800b", false),
    EMPTY_STRUCTURE(Map.of(), false),
    EMPTY_LIST(List.of(), false),
    NUMBER(-2_147_483_649L, false),
    FRACTION(0.5, false),
    TRUE(true, false);

    private final @Nullable Object value;

    /** False for values that only JSON can express. */
    private final boolean inForms;

    WrongValue(@Nullable Object value, boolean inForms) {
        this.value = value;
        this.inForms = inForms;
    }

    boolean inForms() {
        return inForms;
    }

    /** The request with this value at the path, which consists of structure keys and list indexes. */
    Map<String, Object> in(Map<String, Object> request, List<Object> path) {
        return structure(replaced(request, path));
    }

    private @Nullable Object replaced(Object node, List<Object> path) {
        if (path.isEmpty()) {
            return value;
        }
        if (node instanceof List<?> list) {
            Object first = list.isEmpty() ? Map.of() : list.get(0);
            Object element = replaced(first, path.subList(1, path.size()));
            return element == null ? List.of() : List.of(element);
        }
        Map<String, Object> copy = new LinkedHashMap<>(structure(node));
        String key = (String) path.get(0);
        Object member = replaced(copy.getOrDefault(key, Map.of()), path.subList(1, path.size()));
        if (member == null) {
            copy.remove(key);
        } else {
            copy.put(key, member);
        }
        return copy;
    }

    @SuppressWarnings("unchecked") // the keys of every structure are texts
    private static Map<String, Object> structure(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
