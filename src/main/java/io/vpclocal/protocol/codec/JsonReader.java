package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
 * it reads, without an intermediate tree, since a request can have ten thousand log events. Null is the same as a missing
 * member or element (recorded).
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
    private final JsonScalars scalars;

    /** The path of the member being read: {@code metricTransformations.1.member.unit}. */
    private String path = "";

    private JsonReader(AwsService service, Naming naming, JsonParser in) {
        this.service = service;
        this.naming = naming;
        this.in = in;
        this.scalars = new JsonScalars(service, in);
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
        if (body.length == 0 && service.protocol() != WireProtocol.JSON) {
            return built(builder);
        }
        try (JsonParser in = MAPPER.createParser(body)) {
            JsonToken first = in.nextToken();
            if (first != JsonToken.START_OBJECT) {
                boolean list = first == JsonToken.START_ARRAY;
                throw CommonErrors.malformedBody(service, list ? JsonScalars.unexpected(first) : null);
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
            require(JsonToken.START_OBJECT, "Expected null");
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
        Object scalar = scalars.read(type);
        if (scalar instanceof String text) {
            Characters.require(service, service.protocol() == WireProtocol.JSON ? path : name, text);
        }
        if (allowed != null && scalar instanceof String text && Models.isRefused(text, allowed)) {
            throw CommonErrors.notInEnum(service, service.protocol() == WireProtocol.JSON ? path : name, text, allowed);
        }
        return scalar;
    }

    private List<Object> list(SdkField<?> element, String name, @Nullable Set<String> allowed) {
        require(JsonToken.START_ARRAY, "Expected list or null");
        String outside = path;
        List<Object> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == JsonToken.VALUE_NULL && service.protocol() == WireProtocol.JSON) {
                continue;
            }
            path = outside + "." + (values.size() + 1) + ".member";
            values.add(value(element, name, allowed));
        }
        path = outside;
        return values;
    }

    private Map<String, Object> map(SdkField<?> entry, String name, @Nullable Set<String> allowed) {
        require(JsonToken.START_OBJECT, "Expected map or null");
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            Characters.require(service, name, key);
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                values.put(key, value(entry, name, allowed));
            }
        }
        return values;
    }

    /** @param expected the text about a value that is neither a list nor an object */
    private void require(JsonToken start, String expected) {
        JsonToken token = in.currentToken();
        if (token != start) {
            throw mistyped(token.isStructStart() ? JsonScalars.unexpected(token) : expected);
        }
    }

    private AwsException mistyped(@Nullable String reason) {
        return CommonErrors.malformedBody(service, reason);
    }
}
