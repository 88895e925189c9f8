package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON responses: AWS JSON 1.1, and the readable JSON of an action's alias path. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonGenerator json;
    private final Function<SdkField<?>, String> naming;
    private final Format timestamps;

    private JsonWriter(JsonGenerator json, Function<SdkField<?>, String> naming, Format timestamps) {
        this.json = json;
        this.naming = naming;
        this.timestamps = timestamps;
    }

    /** The response of a JSON service. Top-level lists are written even if they are empty. */
    public static byte[] response(SdkPojo response) {
        return write(
                json -> new JsonWriter(json, SdkField::locationName, Format.UNIX_TIMESTAMP).structure(response, true));
    }

    /** The response with the model's member names, as the AWS CLI prints it. */
    public static byte[] readable(SdkPojo response) {
        return write(json -> new JsonWriter(json, SdkField::memberName, Format.ISO_8601).structure(response, true));
    }

    /** The set members alone, with the model's names. */
    public static byte[] compact(SdkPojo value) {
        return write(json -> new JsonWriter(json, SdkField::memberName, Format.ISO_8601).structure(value, false));
    }

    /** Recorded: errors about the form of a body have a "Message" with a capital letter, errors without a text have none. */
    public static byte[] error(AwsException error) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("__type", error.code());
        if (!error.text().isEmpty()) {
            members.put(error.code().equals("SerializationException") ? "Message" : "message", error.text());
        }
        members.putAll(error.details());
        return MAPPER.writeValueAsBytes(members);
    }

    /** An error of an alias path, with the members that both XML forms have. */
    public static byte[] readableError(AwsException error, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Code", error.code());
        members.put("Message", error.text());
        members.put("RequestId", requestId);
        return MAPPER.writeValueAsBytes(members);
    }

    private static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            body.write(json);
        }
        return bytes.toByteArray();
    }

    private void structure(SdkPojo pojo, boolean top) {
        json.writeStartObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            boolean unset = value == null
                    || (value instanceof SdkAutoConstructList && !top)
                    || value instanceof SdkAutoConstructMap;
            if (!unset) {
                json.writeName(naming.apply(field));
                value(field, value);
            }
        }
        json.writeEndObject();
    }

    private void value(SdkField<?> field, Object value) {
        if (value instanceof SdkPojo pojo) {
            structure(pojo, false);
        } else if (value instanceof List<?> list) {
            SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            json.writeStartArray();
            list.forEach(item -> value(element, Objects.requireNonNull(item)));
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            json.writeStartObject();
            map.forEach((key, entry) -> {
                json.writeName(String.valueOf(key));
                value(element, Objects.requireNonNull(entry));
            });
            json.writeEndObject();
        } else {
            scalar(field, value);
        }
    }

    private void scalar(SdkField<?> field, Object value) {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Float number) {
            json.writeNumber(number);
        } else if (value instanceof Instant instant) {
            timestamp(instant, Timestamps.format(field, timestamps));
        } else if (value instanceof SdkBytes bytes) {
            json.writeString(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
        } else {
            json.writeString(value.toString());
        }
    }

    private void timestamp(Instant instant, Format format) {
        switch (format) {
            case UNIX_TIMESTAMP -> json.writeNumber(Timestamps.seconds(instant));
            case UNIX_TIMESTAMP_MILLIS -> json.writeNumber(instant.toEpochMilli());
            default -> json.writeString(Timestamps.text(instant, format));
        }
    }

    private interface Body {
        void write(JsonGenerator json);
    }
}
