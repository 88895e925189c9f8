package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON requests: AWS JSON 1.1, and the JSON bodies that people post to an action's alias path. */
public final class JsonReader extends ShapeReader<JsonNode> {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .build();

    private final Function<SdkField<?>, String> naming;

    private JsonReader(AwsService service, Function<SdkField<?>, String> naming) {
        super(service);
        this.naming = naming;
    }

    /** Reads a body whose members have the names of the service's JSON protocol. */
    public static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, byte[] body) {
        return new JsonReader(service, SdkField::locationName).read(type, tree(service, body));
    }

    /** Reads a body whose members have the model's names, as in the input of the AWS CLI: {@code VpcEndpointIds}. */
    public static SdkPojo readByMemberName(AwsService service, Class<? extends SdkPojo> type, byte[] body) {
        return new JsonReader(service, SdkField::memberName).read(type, tree(service, body));
    }

    private static JsonNode tree(AwsService service, byte[] body) {
        try {
            JsonNode root = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
            if (!root.isObject()) {
                throw CommonErrors.malformedBody(service, "Start of structure or map found where not expected.");
            }
            return root;
        } catch (JacksonException e) {
            throw CommonErrors.malformedBody(service, null);
        }
    }

    @Override
    @Nullable
    JsonNode member(JsonNode structure, SdkField<?> field) {
        JsonNode child = structure.get(naming.apply(field));
        return child == null || child.isNull() ? null : child;
    }

    @Override
    Iterable<JsonNode> elements(JsonNode list, ListTrait trait, String name) {
        if (!list.isArray()) {
            throw mistyped(name, "a list");
        }
        for (JsonNode element : list) {
            if (element.isNull()) {
                throw mistyped(name, "a list without null");
            }
        }
        return list;
    }

    @Override
    Map<String, JsonNode> entries(JsonNode map, MapTrait trait, String name) {
        if (!map.isObject()) {
            throw mistyped(name, "a map");
        }
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        map.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                entries.put(entry.getKey(), entry.getValue());
            }
        });
        return entries;
    }

    @Override
    Object scalar(JsonNode leaf, SdkField<?> field, String name) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return require(leaf.isString(), leaf, name, "a string").asString();
        } else if (type == MarshallingType.INTEGER) {
            return require(leaf.canConvertToExactIntegral() && leaf.canConvertToInt(), leaf, name, "an integer")
                    .asInt();
        } else if (type == MarshallingType.LONG) {
            return require(leaf.canConvertToExactIntegral() && leaf.canConvertToLong(), leaf, name, "an integer")
                    .asLong();
        } else if (type == MarshallingType.BOOLEAN) {
            return require(leaf.isBoolean(), leaf, name, "a boolean").asBoolean();
        } else if (type == MarshallingType.DOUBLE) {
            return require(leaf.isNumber(), leaf, name, "a number").asDouble();
        } else if (type == MarshallingType.FLOAT) {
            return (float) require(leaf.isNumber(), leaf, name, "a number").asDouble();
        } else if (type == MarshallingType.INSTANT) {
            return instant(require(leaf.isNumber(), leaf, name, "a timestamp").asDouble());
        } else if (type == MarshallingType.SDK_BYTES) {
            return bytes(require(leaf.isString(), leaf, name, "base64 text").asString(), name);
        }
        throw new IllegalStateException("No JSON form for " + type);
    }

    private static Instant instant(double epochSeconds) {
        return Instant.ofEpochMilli(Math.round(epochSeconds * 1000));
    }

    private SdkBytes bytes(String base64, String name) {
        try {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw mistyped(name, "base64 text");
        }
    }

    private JsonNode require(boolean right, JsonNode leaf, String name, String expected) {
        if (!right) {
            throw mistyped(name, expected);
        }
        return leaf;
    }

    private AwsException mistyped(String name, String expected) {
        return CommonErrors.malformedBody(service, "The value of " + name + " must be " + expected);
    }
}
