package io.vpclocal.control.request;

import io.vpclocal.protocol.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A request's parameters as they were sent, JSON as JSON, without secrets. Long values and long lists are cut. */
final class ParameterSummary {

    private static final int LONGEST_BODY = 16 * 1024;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST = 100;
    private static final String CUT = "...";
    private static final String MORE = "and more";
    private static final String HIDDEN = "(not shown)";
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(secret|password|passcode|token|credential|assertion|authenticationcode|signature|privatekey|presharedkey).*");
    private static final Pattern OURS = Pattern.compile("Action|Version|X-Amz-.*");
    private static final JsonFactory JSON = new JsonFactory();

    private ParameterSummary() {}

    static Map<String, @Nullable Object> of(WireRequest wire) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        if (wire.body().length > LONGEST_BODY) {
            summary.put(CUT, wire.body().length + " bytes");
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

    private static void form(String form, Map<String, @Nullable Object> summary) {
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

    private static void json(byte[] body, Map<String, @Nullable Object> summary) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                members(parser, summary, new Budget());
            }
        } catch (JacksonException e) {
            summary.put(CUT, "malformed JSON");
        }
    }

    /** The number of values that may still be shown. */
    private static final class Budget {

        private int left = MOST;

        boolean spent() {
            return left-- <= 0;
        }
    }

    private static void members(JsonParser parser, Map<String, @Nullable Object> shown, Budget budget) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (budget.spent()) {
                shown.put(CUT, MORE);
                parser.skipChildren();
            } else if (SECRET.matcher(name).matches()) {
                shown.put(name, HIDDEN);
                parser.skipChildren();
            } else {
                shown.put(name, value(parser, budget));
            }
        }
    }

    private static @Nullable Object value(JsonParser parser, Budget budget) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                members(parser, members, budget);
                yield members;
            }
            case START_ARRAY -> elements(parser, budget);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> null;
            default -> shortened(parser.getString());
        };
    }

    private static List<@Nullable Object> elements(JsonParser parser, Budget budget) {
        List<@Nullable Object> elements = new ArrayList<>();
        boolean cut = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!budget.spent()) {
                elements.add(value(parser, budget));
            } else {
                cut = true;
                parser.skipChildren();
            }
        }
        if (cut) {
            elements.add(MORE);
        }
        return elements;
    }

    private static void put(Map<String, @Nullable Object> summary, String name, String value) {
        if (summary.size() == MOST) {
            summary.put(CUT, MORE);
        } else if (summary.size() < MOST) {
            summary.put(name, SECRET.matcher(name).matches() ? HIDDEN : shortened(value));
        }
    }

    static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + CUT;
    }
}
