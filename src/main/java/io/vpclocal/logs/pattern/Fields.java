package io.vpclocal.logs.pattern;

/**
 * Splits a space-delimited message into fields. Text in double quotes or square brackets is one field. A quote or
 * bracket counts only if its partner ends the field. A field is a {@code long}: the start in the upper half, the end in
 * the lower half, delimiters included. A scan of a line therefore allocates nothing.
 */
final class Fields {

    /** No further field. */
    static final long NONE = -1;

    /** The longest text in brackets. It keeps a line full of unclosed brackets from being scanned once per bracket. */
    private static final int LONGEST_BRACKETS = 16 * 1024;

    private Fields() {}

    static long next(String text, int from) {
        int length = text.length();
        int start = from;
        while (start < length && text.charAt(start) == ' ') {
            start++;
        }
        if (start == length) {
            return NONE;
        }
        char open = text.charAt(start);
        if (open == '"' || open == '[') {
            int close = open == '"' ? text.indexOf('"', start + 1) : closingBracket(text, start + 1);
            if (close > 0 && (close + 1 == length || text.charAt(close + 1) == ' ')) {
                return pack(start, close + 1);
            }
        }
        int end = text.indexOf(' ', start);
        return pack(start, end < 0 ? length : end);
    }

    private static int closingBracket(String text, int from) {
        int to = Math.min(text.length(), from + LONGEST_BRACKETS);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ']') {
                return i;
            }
        }
        return -1;
    }

    static int start(long field) {
        return (int) (field >>> 32);
    }

    static int end(long field) {
        return (int) field;
    }

    /** The start of the value, after an opening delimiter. */
    static int from(String text, long field) {
        return isDelimited(text, field) ? start(field) + 1 : start(field);
    }

    /** The end of the value, before a closing delimiter. */
    static int to(String text, long field) {
        return isDelimited(text, field) ? end(field) - 1 : end(field);
    }

    private static boolean isDelimited(String text, long field) {
        char open = text.charAt(start(field));
        if (open != '"' && open != '[') {
            return false;
        }
        return end(field) - start(field) >= 2 && text.charAt(end(field) - 1) == (open == '"' ? '"' : ']');
    }

    private static long pack(int start, int end) {
        return ((long) start << 32) | end;
    }
}
