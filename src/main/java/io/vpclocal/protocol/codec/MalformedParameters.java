package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * Finds parameters of IAM, STS and load balancing that do not have the form of their type, such as a list without
 * {@code member}. Parameters that the model does not have are ignored. The texts are those of AWS (reported by users of
 * several query services). An empty text is an empty list or structure, as SDKs send it.
 */
final class MalformedParameters {

    private MalformedParameters() {}

    /** @throws AwsException {@code MalformedInput} for the first malformed parameter */
    static void refuse(SdkPojo builder, QueryNode parameters) {
        for (SdkField<?> field : builder.sdkFields()) {
            QueryNode node = parameters.child(field.locationName());
            if (node != null) {
                if (node.children().keySet().stream().anyMatch(QueryNode::isIndex)) {
                    throw CommonErrors.malformedInput("Top level element may not be treated as a list");
                }
                refuse(field, node);
            }
        }
    }

    private static void refuse(SdkField<?> field, QueryNode node) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            refuseStructure(field, node);
        } else if (type == MarshallingType.LIST) {
            refuseList(field.getRequiredTrait(ListTrait.class), node);
        } else if (type != MarshallingType.MAP && !node.children().isEmpty()) {
            throw CommonErrors.malformedInput("Start of list found where not expected");
        }
    }

    private static void refuseStructure(SdkField<?> field, QueryNode node) {
        if (hasText(node)) {
            throw CommonErrors.malformedInput("Unexpected complex element termination");
        }
        for (SdkField<?> member : field.constructor().get().sdkFields()) {
            QueryNode child = node.child(member.locationName());
            if (child != null) {
                refuse(member, child);
            }
        }
    }

    private static void refuseList(ListTrait trait, QueryNode list) {
        String member = Objects.requireNonNullElse(trait.memberLocationName(), "member");
        requireElements(list);
        list.children().forEach((name, elements) -> {
            if (!name.equals(member)) {
                throw unexpectedElement();
            }
            requireElements(elements);
            elements.children().forEach((index, element) -> {
                if (!QueryNode.isIndex(index)) {
                    throw unexpectedElement();
                }
                refuse(trait.memberFieldInfo(), element);
            });
        });
    }

    private static void requireElements(QueryNode list) {
        if (hasText(list)) {
            throw unexpectedElement();
        }
    }

    private static AwsException unexpectedElement() {
        return CommonErrors.malformedInput("Unexpected list element termination");
    }

    private static boolean hasText(QueryNode node) {
        String text = node.value();
        return text != null && !text.isEmpty();
    }
}
