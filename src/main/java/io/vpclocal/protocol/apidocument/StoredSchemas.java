package io.vpclocal.protocol.apidocument;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of the SDK's structures, computed beforehand: to ask the SDK's classes takes 26,000 loaded classes and many
 * seconds. Each line of {@code schemas.txt} is a structure and its members, {@code Name:type}, with tabs between them. Types are those of {@link
 * #simple}, {@code string(value,…)}, {@code [element]}, {@code {value}}, and the name of a structure after {@code @}.
 */
final class StoredSchemas {

    static final String REFERENCE = "#/components/schemas/";
    private static final String FILE = "schemas.txt";

    private final Map<String, String> members;

    private StoredSchemas(Map<String, String> members) {
        this.members = members;
    }

    static StoredSchemas none() {
        return new StoredSchemas(Map.of());
    }

    static StoredSchemas read() {
        Map<String, String> members = new HashMap<>();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StoredSchemas.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            file.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                members.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredSchemas(members);
    }

    boolean has(String structure) {
        return members.containsKey(structure);
    }

    /** The members of a structure with their schemas, in the order of the SDK. */
    Map<String, Schema<?>> members(String structure) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        for (String member : Objects.requireNonNull(members.get(structure)).split("\t", -1)) {
            int colon = member.indexOf(':');
            if (colon > 0) {
                schemas.put(member.substring(0, colon), schema(member.substring(colon + 1)));
            }
        }
        return schemas;
    }

    private static Schema<?> schema(String type) {
        String inner = type.substring(1, Math.max(1, type.length() - 1));
        return switch (type.charAt(0)) {
            case '@' -> new Schema<>().$ref(REFERENCE + type.substring(1));
            case '[' -> new ArraySchema().items(schema(inner));
            case '{' -> new MapSchema().additionalProperties(schema(inner));
            default -> simple(type);
        };
    }

    private static Schema<?> simple(String type) {
        return switch (type) {
            case "integer" -> new IntegerSchema();
            case "number" -> new NumberSchema();
            case "boolean" -> new BooleanSchema();
            case "time" -> new StringSchema().format("date-time");
            default -> string(type);
        };
    }

    private static Schema<?> string(String type) {
        StringSchema text = new StringSchema();
        int open = type.indexOf('(');
        @Nullable
        List<String> allowed = open < 0
                ? null
                : Arrays.asList(type.substring(open + 1, type.length() - 1).split(",", -1));
        if (allowed != null) {
            text._enum(allowed);
        }
        return text;
    }
}
