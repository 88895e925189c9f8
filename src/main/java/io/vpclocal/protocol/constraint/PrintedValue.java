package io.vpclocal.protocol.constraint;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Values as AWS prints them in errors. Recorded: structures have their name and all members, also those that are not
 * set.
 */
final class PrintedValue {

    private PrintedValue() {}

    static String of(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(PrintedValue::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof SdkPojo structure ? structure(structure) : String.valueOf(value);
    }

    private static String structure(SdkPojo structure) {
        return structure.sdkFields().stream()
                .map(field -> field.memberName() + "=" + member(field, structure))
                .collect(Collectors.joining(", ", structure.getClass().getSimpleName() + "(", ")"));
    }

    private static String member(SdkField<?> field, SdkPojo structure) {
        Object value = field.getValueOrDefault(structure);
        boolean unset = value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
        return unset ? "null" : of(value);
    }
}
