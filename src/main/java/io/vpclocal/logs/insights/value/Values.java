package io.vpclocal.logs.insights.value;

import io.vpclocal.logs.pattern.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The values of the query language. An expression returns a String, a Double, a Boolean, a {@link Timestamp}, a
 * structure (a JSON node with children) or null. Text that parses as a number counts as a number where one is needed.
 */
public final class Values {

    /** AWS's sample results have up to four decimals and no trailing zeros. */
    private static final int DECIMALS = 4;

    /** Doubles up to this value represent every integer exactly. */
    private static final double EXACT = 1L << 53;

    private Values() {}

    /** The value as text, or null. */
    public static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        return value.toString();
    }

    /** The value for string functions. Structures count as missing. */
    public static @Nullable String string(@Nullable Object value) {
        return value instanceof JsonNode ? null : text(value);
    }

    private static String decimal(double number) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The value as a number, or NaN. */
    public static double number(@Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof String text) {
            return Numbers.parse(text, 0, text.length());
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof Timestamp time ? time.millis() : Double.NaN;
    }

    /** A number as a result. NaN becomes null, so that missing input gives a missing field. */
    public static @Nullable Object orNull(double number) {
        return Double.isNaN(number) ? null : (Object) number;
    }

    public static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        double number = number(value);
        return !Double.isNaN(number) && number != 0;
    }

    /** Numeric equality if both are numbers, else equality of text. A missing value or a structure equals nothing. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || left instanceof JsonNode || right instanceof JsonNode) {
            return false;
        }
        double a = number(left);
        double b = number(right);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return String.valueOf(text(left)).equals(text(right));
        }
        if (a == b && Math.abs(a) >= EXACT && left instanceof String s && right instanceof String t) {
            return new BigDecimal(s).compareTo(new BigDecimal(t)) == 0;
        }
        return a == b;
    }

    /** The order for comparison operators. Null if the two cannot be compared. */
    public static @Nullable Integer compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || left instanceof JsonNode || right instanceof JsonNode) {
            return null;
        }
        double a = number(left);
        double b = number(right);
        if (!Double.isNaN(a) && !Double.isNaN(b)) {
            return Double.compare(a, b);
        }
        return Double.isNaN(a) && Double.isNaN(b)
                ? (Integer) String.valueOf(text(left)).compareTo(String.valueOf(text(right)))
                : null;
    }
}
