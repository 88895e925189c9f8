package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Fills a model class from a tree of nodes by walking the SDK's own field descriptions.
 *
 * @param <N> a node of the tree: form parameters or JSON
 */
abstract class ShapeReader<N> {

    final AwsService service;

    ShapeReader(AwsService service) {
        this.service = service;
    }

    /** @throws AwsException if a value does not have the type, or is not one of the values, that the model demands */
    final SdkPojo read(Class<? extends SdkPojo> type, N root) {
        return structure(Models.newBuilder(type), root);
    }

    abstract @Nullable N member(N structure, SdkField<?> field);

    abstract Iterable<N> elements(N list, ListTrait trait, String name);

    abstract Map<String, N> entries(N map, MapTrait trait, String name);

    /** The value of a leaf as the Java type that the field wants. */
    abstract Object scalar(N leaf, SdkField<?> field, String name);

    private SdkPojo structure(SdkPojo builder, N node) {
        Map<String, Set<String>> enums = Models.enumMembers(builder.getClass());
        for (SdkField<?> field : builder.sdkFields()) {
            N child = member(node, field);
            if (child != null) {
                String name = field.locationName();
                field.set(builder, value(child, field, name, enums.get(Models.key(field.memberName()))));
            }
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    private Object value(N node, SdkField<?> field, String name, @Nullable Set<String> allowed) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return structure(field.constructor().get(), node);
        }
        if (type == MarshallingType.LIST) {
            return list(node, field.getRequiredTrait(ListTrait.class), name, allowed);
        }
        if (type == MarshallingType.MAP) {
            return map(node, field.getRequiredTrait(MapTrait.class), name, allowed);
        }
        Object scalar = scalar(node, field, name);
        if (allowed != null && scalar instanceof String text && !allowed.contains(text)) {
            throw CommonErrors.invalidValue(service, name, text, "one of " + allowed);
        }
        return scalar;
    }

    private List<Object> list(N node, ListTrait trait, String name, @Nullable Set<String> allowed) {
        List<Object> values = new ArrayList<>();
        for (N element : elements(node, trait, name)) {
            values.add(value(element, trait.memberFieldInfo(), name, allowed));
        }
        return values;
    }

    private Map<String, Object> map(N node, MapTrait trait, String name, @Nullable Set<String> allowed) {
        Map<String, Object> values = new LinkedHashMap<>();
        entries(node, trait, name)
                .forEach((key, entry) -> values.put(key, value(entry, trait.valueFieldInfo(), name, allowed)));
        return values;
    }
}
