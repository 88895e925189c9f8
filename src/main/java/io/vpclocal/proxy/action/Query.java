package io.vpclocal.proxy.action;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of a query string or form. The first of several with one name is used. */
public final class Query {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Query(String raw) {
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    public static Query of(String raw) {
        return new Query(raw);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    Map<String, String> values() {
        return values;
    }

    /** Decodes percent escapes as UTF-8. Text with an invalid escape stays unchanged, because it is signed that way. */
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
