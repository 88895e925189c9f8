package io.vpclocal.logs.insights;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vpclocal.logs.insights.value.Structures;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** String functions. All except the tests for absence return null for a missing argument. */
final class StringFunctions {

    private StringFunctions() {}

    static void addTo(Functions functions) {
        functions.add("isempty", 1, 1, (row, a) -> blank(a[0], String::isEmpty));
        functions.add("isblank", 1, 1, (row, a) -> blank(a[0], String::isBlank));
        functions.add("concat", 1, Functions.ANY_NUMBER, (row, a) -> concat(a));
        functions.add("ltrim", 1, 2, (row, a) -> trim(a, true, false));
        functions.add("rtrim", 1, 2, (row, a) -> trim(a, false, true));
        functions.add("trim", 1, 2, (row, a) -> trim(a, true, true));
        unary(functions, "strlen", text -> (double) text.codePointCount(0, text.length()));
        unary(functions, "toupper", text -> text.toUpperCase(Locale.ROOT));
        unary(functions, "tolower", text -> text.toLowerCase(Locale.ROOT));
        functions.add("substr", 2, 3, (row, a) -> substring(a));
        functions.add("replace", 3, 3, (row, a) -> {
            String[] s = strings(a);
            return s == null ? null : s[0].replace(s[1], s[2]);
        });
        functions.add("regexReplace", 3, 3, (row, a) -> regexReplace(a));
        functions.add("regex_replace", 3, 3, (row, a) -> regexReplace(a));
        // Recorded: the documented third argument for case-insensitivity has no effect.
        predicate(functions, "strcontains", 3, String::contains);
        predicate(functions, "startsWith", 2, String::startsWith);
        predicate(functions, "endsWith", 2, String::endsWith);
        functions.add("split", 2, 2, (row, a) -> split(a));
    }

    static void unary(Functions functions, String name, Function<String, @Nullable Object> body) {
        functions.add(name, 1, 1, (row, a) -> {
            String text = Values.string(a[0]);
            return text == null ? null : body.apply(text);
        });
    }

    private static void predicate(Functions functions, String name, int most, BiPredicate<String, String> test) {
        functions.add(name, 2, most, (row, a) -> {
            String text = Values.string(a[0]);
            String part = Values.string(a[1]);
            return text == null || part == null ? 0.0 : test.test(text, part) ? 1.0 : 0.0;
        });
    }

    private static Object blank(@Nullable Object value, Predicate<String> test) {
        String text = Values.string(value);
        return text == null || test.test(text) ? 1.0 : 0.0;
    }

    private static String @Nullable [] strings(@Nullable Object[] values) {
        String[] strings = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            String text = Values.string(values[i]);
            if (text == null) {
                return null;
            }
            strings[i] = text;
        }
        return strings;
    }

    private static Object concat(@Nullable Object[] values) {
        StringBuilder out = new StringBuilder();
        for (Object value : values) {
            String text = Values.string(value);
            out.append(text == null ? "" : text);
        }
        return out.toString();
    }

    private static @Nullable Object trim(@Nullable Object[] values, boolean left, boolean right) {
        String[] s = strings(values);
        if (s == null) {
            return null;
        }
        int from = 0;
        int to = s[0].length();
        while (left && from < to && trims(s, s[0].charAt(from))) {
            from++;
        }
        while (right && to > from && trims(s, s[0].charAt(to - 1))) {
            to--;
        }
        return s[0].substring(from, to);
    }

    private static boolean trims(String[] s, char c) {
        return s.length == 1 ? Character.isWhitespace(c) : s[1].indexOf(c) >= 0;
    }

    private static @Nullable Object substring(@Nullable Object[] values) {
        String text = Values.string(values[0]);
        double start = Values.number(values[1]);
        double length = values.length == 2 ? Double.POSITIVE_INFINITY : Values.number(values[2]);
        if (text == null || Double.isNaN(start) || Double.isNaN(length)) {
            return null;
        }
        int from = (int) Math.max(0, Math.min(text.length(), start));
        int to = (int) Math.max(from, Math.min(text.length(), from + length));
        return text.substring(from, to);
    }

    private static @Nullable Object regexReplace(@Nullable Object[] values) {
        String[] s = strings(values);
        try {
            return s == null ? null : Pattern.compile(s[1]).matcher(s[0]).replaceAll(s[2]);
        } catch (PatternSyntaxException | IndexOutOfBoundsException invalid) {
            return null;
        }
    }

    private static @Nullable Object split(@Nullable Object[] values) {
        String[] s = strings(values);
        if (s == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = s[1].isEmpty() ? -1 : s[0].indexOf(s[1]); at >= 0; at = s[0].indexOf(s[1], from)) {
            parts.add(s[0].substring(from, at));
            from = at + s[1].length();
        }
        parts.add(s[0].substring(from));
        return Structures.list(parts);
    }
}
