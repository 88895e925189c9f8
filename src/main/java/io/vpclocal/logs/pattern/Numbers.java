package io.vpclocal.logs.pattern;

/** Parses decimal numbers, plain or in scientific notation. Short integers, the common case, allocate nothing. */
public final class Numbers {

    private static final int SHORT_INTEGER = 15;

    private Numbers() {}

    /** The number in {@code [from, to)}, or NaN if the text is not exactly one number. */
    public static double parse(String text, int from, int to) {
        if (from >= to) {
            return Double.NaN;
        }
        if (to - from <= SHORT_INTEGER) {
            long value = 0;
            int i = from;
            while (i < to) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                value = value * 10 + digit;
                i++;
            }
            if (i == to) {
                return value;
            }
        }
        return isNumber(text, from, to) ? normalized(Double.parseDouble(text.substring(from, to))) : Double.NaN;
    }

    /** Turns negative zero into zero, since it would compare below zero. */
    private static double normalized(double value) {
        return value == 0 ? 0 : value;
    }

    /**
     * A sign, digits with at most one point, and an exponent. Java's suffixes, hexadecimal numbers and names are not
     * allowed.
     */
    static boolean isNumber(String text, int from, int to) {
        int at = sign(text, from, to);
        int whole = digits(text, at, to);
        int digits = whole - at;
        at = whole;
        if (at < to && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1, to);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < to && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = sign(text, at + 1, to);
            at = digits(text, exponent, to);
            // Nine digits always fit the int of BigDecimal's scale.
            if (at == exponent || at - exponent > 9) {
                return false;
            }
        }
        return at == to;
    }

    private static int sign(String text, int at, int to) {
        return at < to && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
