package io.vpclocal.protocol.apidocument;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.vpclocal.protocol.codec.Models;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Turns the SDK's model classes into OpenAPI schemas, one per structure. */
final class ApiSchemas {

    private final Components components;

    ApiSchemas(Components components) {
        this.components = components;
    }

    void add(String name, Schema<?> schema) {
        components.addSchemas(name, schema);
    }

    /** A reference to the schema of a model class. Adds the schema if it is missing. */
    Schema<?> of(Class<? extends SdkPojo> type) {
        return structure(Models.newBuilder(type));
    }

    /** Marks the required members of a model class. */
    void require(Class<? extends SdkPojo> type, List<String> members) {
        Schema<?> schema = Objects.requireNonNull(components.getSchemas().get(name(type)), "described before");
        members.forEach(schema::addRequiredItem);
    }

    /** A request with these members only, with values of the right type. */
    static Map<String, Object> blank(Class<? extends SdkPojo> type, List<String> members) {
        Map<String, Object> request = new LinkedHashMap<>();
        for (SdkField<?> field : Models.newBuilder(type).sdkFields()) {
            if (members.contains(field.memberName())) {
                request.put(field.memberName(), blank(field.marshallingType()));
            }
        }
        return request;
    }

    private static Object blank(MarshallingType<?> type) {
        if (type == MarshallingType.LIST) {
            return List.of();
        } else if (type == MarshallingType.SDK_POJO || type == MarshallingType.MAP) {
            return Map.of();
        } else if (type == MarshallingType.BOOLEAN) {
            return false;
        }
        return type == MarshallingType.INTEGER || type == MarshallingType.LONG ? (Object) 0 : "";
    }

    private Schema<?> structure(SdkPojo builder) {
        String name = name(builder.getClass().getEnclosingClass());
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            ObjectSchema schema = new ObjectSchema();
            components.addSchemas(name, schema);
            Map<String, Set<String>> enums = Models.enumMembers(builder.getClass());
            for (SdkField<?> field : builder.sdkFields()) {
                schema.addProperty(field.memberName(), of(field, enums.get(Models.key(field.memberName()))));
            }
        }
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static String name(Class<?> model) {
        String[] packages = model.getPackageName().split("\\.", -1);
        return packages[packages.length - 2] + "." + model.getSimpleName();
    }

    private Schema<?> of(SdkField<?> field, @Nullable Set<String> allowed) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return structure(field.constructor().get());
        } else if (type == MarshallingType.LIST) {
            SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            return new ArraySchema().items(of(element, allowed));
        } else if (type == MarshallingType.MAP) {
            SdkField<?> value = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            return new MapSchema().additionalProperties(of(value, allowed));
        } else if (type == MarshallingType.INTEGER || type == MarshallingType.LONG) {
            return new IntegerSchema();
        } else if (type == MarshallingType.DOUBLE || type == MarshallingType.FLOAT) {
            return new NumberSchema();
        } else if (type == MarshallingType.BOOLEAN) {
            return new BooleanSchema();
        }
        StringSchema text = new StringSchema();
        if (type == MarshallingType.INSTANT) {
            text.format("date-time");
        }
        // Enums with hundreds of instance types would make the page unreadable.
        if (allowed != null && allowed.size() <= 40) {
            text._enum(List.copyOf(allowed));
        }
        return text;
    }
}
