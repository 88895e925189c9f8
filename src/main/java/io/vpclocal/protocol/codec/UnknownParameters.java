package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * Finds the parameters of an EC2 request that the action's model does not have. EC2 refuses them; the other query
 * services ignore them.
 */
final class UnknownParameters {

    /** Parameters of every action (EC2 API Reference: "Common query parameters"), besides those that start with X-Amz-. */
    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "AWSAccessKeyId",
            "Expires",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "Timestamp");

    private static final String COMMON_PREFIX = "X-Amz-";

    private static final Map<Class<?>, Map<String, SdkField<?>>> FIELDS = new ConcurrentHashMap<>();

    private UnknownParameters() {}

    /** @throws AwsException {@code UnknownParameter} with the first unknown parameter */
    static void refuse(SdkPojo builder, QueryNode parameters) {
        Map<String, SdkField<?>> fields = fields(builder);
        parameters.children().forEach((name, child) -> {
            if (!COMMON.contains(name) && !name.startsWith(COMMON_PREFIX)) {
                refuseMember(fields, name, name, child);
            }
        });
    }

    private static void refuseMember(Map<String, SdkField<?>> fields, String name, String path, QueryNode node) {
        SdkField<?> field = fields.get(name);
        if (field == null) {
            throw CommonErrors.unknownParameter(path);
        }
        refuse(field, path, node);
    }

    private static void refuse(SdkField<?> field, String path, QueryNode node) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            requireNoText(path, node);
            Map<String, SdkField<?>> fields = fields(field.constructor().get());
            node.children().forEach((name, child) -> refuseMember(fields, name, path + "." + name, child));
        } else if (type == MarshallingType.LIST) {
            refuseElements(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), path, node);
        } else if (type != MarshallingType.MAP) {
            node.children().keySet().stream().findFirst().ifPresent(name -> {
                throw CommonErrors.unknownParameter(path + "." + name);
            });
        }
    }

    private static void refuseElements(SdkField<?> member, String path, QueryNode node) {
        if (member.marshallingType() == MarshallingType.SDK_POJO) {
            requireNoText(path, node);
        }
        node.children().forEach((name, child) -> {
            if (!QueryNode.isIndex(name)) {
                throw CommonErrors.unknownParameter(path + "." + name);
            }
            refuse(member, path + "." + name, child);
        });
    }

    /** SDKs send an empty text for an empty list. Any other text is invalid for a structure. */
    private static void requireNoText(String path, QueryNode node) {
        String text = node.value();
        if (text != null && !text.isEmpty()) {
            throw CommonErrors.unknownParameter(path);
        }
    }

    private static Map<String, SdkField<?>> fields(SdkPojo builder) {
        return FIELDS.computeIfAbsent(builder.getClass(), type -> {
            Map<String, SdkField<?>> fields = new HashMap<>();
            builder.sdkFields().forEach(field -> fields.put(field.locationName(), field));
            return fields;
        });
    }
}
