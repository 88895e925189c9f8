package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the scalars of a JSON body. The texts about values of another type are those of AWS's JSON services: recorded for
 * strings, integers, booleans and timestamps.
 */
final class JsonScalars {

    private final AwsService service;
    private final JsonParser in;

    JsonScalars(AwsService service, JsonParser in) {
        this.service = service;
        this.in = in;
    }

    /** The text about a list or an object in the place of another type. */
    static String unexpected(JsonToken start) {
        return start == JsonToken.START_ARRAY
                ? "Start of list found where not expected"
                : "Start of structure or map found where not expected.";
    }

    /** The current value as the Java type of a member. */
    Object read(MarshallingType<?> type) {
        if (type == MarshallingType.STRING) {
            return text("a String");
        } else if (type == MarshallingType.INTEGER) {
            return (int) whole("an Integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (type == MarshallingType.LONG) {
            return whole("a Long", Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (type == MarshallingType.BOOLEAN) {
            return truth();
        } else if (type == MarshallingType.DOUBLE) {
            return number("a Double");
        } else if (type == MarshallingType.FLOAT) {
            return (float) number("a Float");
        } else if (type == MarshallingType.INSTANT) {
            return Instant.ofEpochMilli(Math.round(number("milliseconds since epoch") * 1000));
        } else if (type == MarshallingType.SDK_BYTES) {
            return bytes(text("a Blob"));
        }
        throw new IllegalStateException("No JSON form for " + type);
    }

    private String text(String type) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw mistyped(type);
        }
        return in.getString();
    }

    private double number(String type) {
        requireNumber(type);
        return in.getDoubleValue();
    }

    /**
     * A whole number in any notation, such as {@code 1e3}. JSON services cut fractions off, and a number that the type
     * cannot hold fails the constraints of its member (recorded). That such a number becomes the nearest one is our guess.
     */
    private long whole(String type, long least, long most) {
        requireNumber(type);
        boolean exact = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        long value = exact ? in.getLongValue() : (long) in.getDoubleValue();
        long near = Math.max(least, Math.min(most, value));
        boolean same = exact ? near == value : in.getDecimalValue().compareTo(BigDecimal.valueOf(near)) == 0;
        if (!same && !isJsonService()) {
            throw CommonErrors.malformedBody(service, null);
        }
        return near;
    }

    /** JSON services read strings with the usual words for true and false (recorded). */
    private boolean truth() {
        return switch (in.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> truth(in.getString().toLowerCase(Locale.ROOT));
            default -> throw mistyped("a Boolean");
        };
    }

    private boolean truth(String word) {
        if (isJsonService()) {
            switch (word) {
                case "true", "yes", "y", "t", "1":
                    return true;
                case "false", "no", "n", "f", "0":
                    return false;
                default:
            }
        }
        throw mistyped("an Boolean");
    }

    private SdkBytes bytes(String base64) {
        try {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw CommonErrors.malformedBody(
                    service, "'" + base64 + "' can not be converted to a Blob: " + e.getMessage());
        }
    }

    private void requireNumber(String type) {
        if (!in.currentToken().isNumeric()) {
            throw mistyped(type);
        }
    }

    private boolean isJsonService() {
        return service.protocol() == WireProtocol.JSON;
    }

    private AwsException mistyped(String type) {
        JsonToken token = in.currentToken();
        if (token.isStructStart()) {
            return CommonErrors.malformedBody(service, unexpected(token));
        }
        String kind =
                switch (token) {
                    case VALUE_STRING -> "STRING_VALUE";
                    case VALUE_TRUE -> "TRUE_VALUE";
                    case VALUE_FALSE -> "FALSE_VALUE";
                    default -> "NUMBER_VALUE";
                };
        return CommonErrors.malformedBody(service, kind + " can not be converted to " + type);
    }
}
