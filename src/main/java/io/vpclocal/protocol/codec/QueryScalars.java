package io.vpclocal.protocol.codec;

import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * Parameter values in the query protocol of IAM, STS and load balancing. It is stricter than EC2's: no white space,
 * integers of digits only, and booleans as in XML Schema (recorded from AWS).
 */
final class QueryScalars {

    private static final Set<MarshallingType<?>> INTEGERS =
            Set.of(MarshallingType.INTEGER, MarshallingType.LONG, MarshallingType.SHORT);
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Set<String> BOOLEANS = Set.of("true", "false", "1", "0");

    private QueryScalars() {}

    /** @throws IllegalArgumentException if the text is not of the type */
    static Object parse(String text, MarshallingType<?> type) {
        boolean wellFormed = INTEGERS.contains(type)
                ? INTEGER.matcher(text).matches()
                : type != MarshallingType.BOOLEAN || BOOLEANS.contains(text);
        if (!wellFormed || !text.equals(text.strip())) {
            throw new IllegalArgumentException(text);
        }
        return QueryReader.parse(text, type);
    }

    /** AWS's message for a text of the wrong type. UNVERIFIED: the message for numbers. */
    static String expected(MarshallingType<?> type) {
        if (type == MarshallingType.BOOLEAN) {
            return "boolean must follow xsd1.1 definition";
        }
        if (type == MarshallingType.INSTANT) {
            return "timestamp must follow ISO8601";
        }
        return INTEGERS.contains(type)
                ? "integer must follow xsd1.1 definition"
                : "value must follow xsd1.1 definition";
    }
}
