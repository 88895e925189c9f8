package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON requests: AWS JSON 1.1, and JSON bodies posted to an action's alias path. It fills the model class while
 * it reads, without an intermediate tree, since a request can have ten thousand log events.
 */
public final class JsonReader {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .build();

    /** The naming of members in a body. */
    private enum Naming {
        LOCATION(SdkField::locationName),
        MEMBER(SdkField::memberName);

        private final Function<SdkField<?>, String> name;
        private final Map<Class<?>, Map<String, Member>> members = new ConcurrentHashMap<>();

        Naming(Function<SdkField<?>, String> name) {
            this.name = name;
        }

        Map<String, Member> members(SdkPojo builder) {
            Map<String, Member> known = members.get(builder.getClass());
            return known == null ? members.computeIfAbsent(builder.getClass(), type -> find(builder)) : known;
        }

        private Map<String, Member> find(SdkPojo builder) {
            Map<String, Set<String>> enums = Models.enumMembers(builder.getClass());
            Map<String, Member> found = new HashMap<>();
            for (SdkField<?> field : builder.sdkFields()) {
                found.put(name.apply(field), new Member(field, enums.get(Models.key(field.memberName()))));
            }
            return found;
        }
    }

    /** @param allowed the allowed values; null for any */
    private record Member(SdkField<?> field, @Nullable Set<String> allowed) {}

    private final AwsService service;
    private final Naming naming;
    private final JsonParser in;

    /** The path of the member being read: {@code metricTransformations.1.member.unit}. */
    private String path = "";

    private JsonReader(AwsService service, Naming naming, JsonParser in) {
        this.service = service;
        this.naming = naming;
        this.in = in;
    }

    /**
     * Reads a body whose members have the names of the service's JSON protocol.
     *
     * @throws AwsException if a value has the wrong type or is not an enum value of the model
     */
    public static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, byte[] body) {
        return read(service, type, body, Naming.LOCATION);
    }

    /** Reads a body whose members have the model's names, as in the input of the AWS CLI: {@code VpcEndpointIds}. */
    public static SdkPojo readByMemberName(AwsService service, Class<? extends SdkPojo> type, byte[] body) {
        return read(service, type, body, Naming.MEMBER);
    }

    private static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, byte[] body, Naming naming) {
        SdkPojo builder = Models.newBuilder(type);
        if (body.length == 0) {
            return built(builder);
        }
        try (JsonParser in = MAPPER.createParser(body)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw CommonErrors.malformedBody(service, "Start of structure or map found where not expected.");
            }
            SdkPojo request = new JsonReader(service, naming, in).members(builder);
            if (in.nextToken() != null) {
                throw CommonErrors.malformedBody(service, null);
            }
            return request;
        } catch (JacksonException e) {
            throw CommonErrors.malformedBody(service, null);
        }
    }

    private static SdkPojo built(SdkPojo builder) {
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    /** Reads an object after its start token. */
    private SdkPojo members(SdkPojo builder) {
        Map<String, Member> members = naming.members(builder);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            Member member = members.get(name);
            JsonToken value = in.nextToken();
            if (member == null) {
                in.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                SdkField<?> field = member.field();
                String outside = path;
                path = outside + field.locationName();
                field.set(builder, value(field, field.locationName(), member.allowed()));
                path = outside;
            }
        }
        return built(builder);
    }

    private Object value(SdkField<?> field, String name, @Nullable Set<String> allowed) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            require(in.currentToken() == JsonToken.START_OBJECT, name, "a structure");
            String outside = path;
            path = outside + ".";
            SdkPojo structure = members(field.constructor().get());
            path = outside;
            return structure;
        }
        if (type == MarshallingType.LIST) {
            return list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), name, allowed);
        }
        if (type == MarshallingType.MAP) {
            return map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), name, allowed);
        }
        Object scalar = scalar(type, name);
        if (allowed != null && scalar instanceof String text && Models.isRefused(text, allowed)) {
            throw CommonErrors.notInEnum(service, service.protocol() == WireProtocol.JSON ? path : name, text, allowed);
        }
        return scalar;
    }

    private List<Object> list(SdkField<?> element, String name, @Nullable Set<String> allowed) {
        require(in.currentToken() == JsonToken.START_ARRAY, name, "a list");
        String outside = path;
        List<Object> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            require(in.currentToken() != JsonToken.VALUE_NULL, name, "a list without null");
            path = outside + "." + (values.size() + 1) + ".member";
            values.add(value(element, name, allowed));
        }
        path = outside;
        return values;
    }

    private Map<String, Object> map(SdkField<?> entry, String name, @Nullable Set<String> allowed) {
        require(in.currentToken() == JsonToken.START_OBJECT, name, "a map");
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            Characters.require(service, name, key);
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                values.put(key, value(entry, name, allowed));
            }
        }
        return values;
    }

    /** A scalar as the Java type of the field. */
    private Object scalar(MarshallingType<?> type, String name) {
        JsonToken token = in.currentToken();
        if (type == MarshallingType.STRING) {
            require(token == JsonToken.VALUE_STRING, name, "a string");
            String text = in.getString();
            Characters.require(service, service.protocol() == WireProtocol.JSON ? path : name, text);
            return text;
        } else if (type == MarshallingType.INTEGER) {
            long value = integer(name);
            require(value == (int) value, name, "an integer");
            return (int) value;
        } else if (type == MarshallingType.LONG) {
            return integer(name);
        } else if (type == MarshallingType.BOOLEAN) {
            require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, name, "a boolean");
            return token == JsonToken.VALUE_TRUE;
        } else if (type == MarshallingType.DOUBLE) {
            require(token.isNumeric(), name, "a number");
            return in.getDoubleValue();
        } else if (type == MarshallingType.FLOAT) {
            require(token.isNumeric(), name, "a number");
            return (float) in.getDoubleValue();
        } else if (type == MarshallingType.INSTANT) {
            require(token.isNumeric(), name, "a timestamp");
            return Instant.ofEpochMilli(Math.round(in.getDoubleValue() * 1000));
        } else if (type == MarshallingType.SDK_BYTES) {
            require(token == JsonToken.VALUE_STRING, name, "base64 text");
            return bytes(in.getString(), name);
        }
        throw new IllegalStateException("No JSON form for " + type);
    }

    /** A whole number in any notation, such as {@code 1e3} or {@code 1.0}. */
    private long integer(String name) {
        require(in.currentToken().isNumeric(), name, "an integer");
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return in.getLongValue();
        }
        BigDecimal number = in.getDecimalValue();
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw mistyped(name, "an integer");
        }
    }

    private SdkBytes bytes(String base64, String name) {
        try {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw mistyped(name, "base64 text");
        }
    }

    private void require(boolean right, String name, String expected) {
        if (!right) {
            throw mistyped(name, expected);
        }
    }

    private AwsException mistyped(String name, String expected) {
        return CommonErrors.malformedBody(service, "The value of " + name + " must be " + expected);
    }
}
