package io.vpclocal.control.request;

import io.vpclocal.protocol.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A short form of a request's parameters without secrets. */
final class ParameterSummary {

    private static final int LONGEST_BODY = 16 * 1024;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST = 40;
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(secret|password|passcode|token|credential|assertion|authenticationcode|signature|privatekey|presharedkey).*");
    private static final Pattern OURS = Pattern.compile("Action|Version|X-Amz-.*");
    private static final JsonFactory JSON = new JsonFactory();

    private ParameterSummary() {}

    static Map<String, String> of(WireRequest wire) {
        Map<String, String> summary = new LinkedHashMap<>();
        if (wire.body().length > LONGEST_BODY) {
            summary.put("...", wire.body().length + " bytes");
            return summary;
        }
        form(wire.query(), summary);
        if (Objects.requireNonNullElse(wire.header("content-type"), "").contains("json")) {
            json(wire.body(), summary);
        } else {
            form(new String(wire.body(), StandardCharsets.UTF_8), summary);
        }
        return summary;
    }

    private static void form(String form, Map<String, String> summary) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : decoded(pair.substring(0, equals));
            if (!name.isEmpty() && !OURS.matcher(name).matches()) {
                put(summary, name, decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void json(byte[] body, Map<String, String> summary) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                put(summary, name, value(parser));
            }
        } catch (JacksonException e) {
            summary.put("...", "malformed JSON");
        }
    }

    private static @Nullable String value(JsonParser parser) {
        return switch (parser.nextToken()) {
            case START_OBJECT -> {
                parser.skipChildren();
                yield "{...}";
            }
            case START_ARRAY -> elements(parser);
            default -> parser.getString();
        };
    }

    private static String elements(JsonParser parser) {
        StringBuilder text = new StringBuilder("[");
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean scalar = parser.currentToken().isScalarValue();
            if (text.length() < LONGEST_VALUE) {
                text.append(count == 0 ? "" : ", ").append(scalar ? parser.getString() : "{...}");
            }
            parser.skipChildren();
            count++;
        }
        return text.append(']').toString();
    }

    private static void put(Map<String, String> summary, String name, @Nullable String value) {
        if (summary.size() == MOST) {
            summary.put("...", "and more");
        } else if (summary.size() < MOST) {
            summary.put(name, SECRET.matcher(name).matches() ? "(not shown)" : shortened(String.valueOf(value)));
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }
}
