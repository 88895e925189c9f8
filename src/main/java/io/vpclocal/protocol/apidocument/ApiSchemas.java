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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The OpenAPI schemas of the SDK's model classes, one per structure: stored, or read from the SDK's field descriptions. */
final class ApiSchemas {

    private final Components components;
    private final StoredSchemas stored;

    ApiSchemas(Components components, StoredSchemas stored) {
        this.components = components;
        this.stored = stored;
    }

    void add(String name, Schema<?> schema) {
        components.addSchemas(name, schema);
    }

    /** A reference to the schema of a model class. Adds the schema if it is missing. */
    Schema<?> of(Class<? extends SdkPojo> type) {
        String name = name(type);
        if (!stored.has(name)) {
            return structure(Models.newBuilder(type));
        }
        addStored(name);
        return reference(name);
    }

    /** Adds a stored structure and those that it consists of. */
    private void addStored(String name) {
        if (isAdded(name)) {
            return;
        }
        ObjectSchema schema = new ObjectSchema();
        components.addSchemas(name, schema);
        stored.members(name).forEach((member, its) -> {
            schema.addProperty(member, its);
            structureIn(its).ifPresent(this::addStored);
        });
    }

    private static Optional<String> structureIn(Schema<?> schema) {
        if (schema instanceof ArraySchema list) {
            return structureIn(list.getItems());
        } else if (schema instanceof MapSchema map) {
            return structureIn((Schema<?>) map.getAdditionalProperties());
        }
        return Optional.ofNullable(schema.get$ref()).map(ref -> ref.substring(StoredSchemas.REFERENCE.length()));
    }

    private boolean isAdded(String name) {
        return components.getSchemas() != null && components.getSchemas().containsKey(name);
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref(StoredSchemas.REFERENCE + name);
    }

    /** Marks the required members of a model class. */
    void require(Class<? extends SdkPojo> type, List<String> members) {
        members.forEach(described(type)::addRequiredItem);
    }

    /** A request with these members only, with values of the right type. */
    Map<String, Object> blank(Class<? extends SdkPojo> type, List<String> members) {
        Map<String, Object> request = new LinkedHashMap<>();
        Map<String, ?> properties = described(type).getProperties();
        if (properties != null) {
            properties.forEach((name, member) -> {
                if (members.contains(name)) {
                    request.put(name, blank((Schema<?>) member));
                }
            });
        }
        return request;
    }

    private Schema<?> described(Class<? extends SdkPojo> type) {
        return Objects.requireNonNull(components.getSchemas().get(name(type)), "described before");
    }

    private static Object blank(Schema<?> member) {
        if (member instanceof ArraySchema) {
            return List.of();
        } else if (member.get$ref() != null || member instanceof MapSchema) {
            return Map.of();
        } else if (member instanceof BooleanSchema) {
            return false;
        }
        return member instanceof IntegerSchema ? (Object) 0 : "";
    }

    private Schema<?> structure(SdkPojo builder) {
        String name = name(builder.getClass().getEnclosingClass());
        if (!isAdded(name)) {
            ObjectSchema schema = new ObjectSchema();
            components.addSchemas(name, schema);
            Map<String, Set<String>> enums = Models.enumMembers(builder.getClass());
            for (SdkField<?> field : builder.sdkFields()) {
                schema.addProperty(field.memberName(), of(field, enums.get(Models.key(field.memberName()))));
            }
        }
        return reference(name);
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
