package io.vpclocal.logs.insights.value;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as a number of 128 bits.
 *
 * @param isV4 whether it is an IPv4 address, stored in the lower 32 bits
 */
public record IpAddress(long high, long low, boolean isV4) {

    /** A range in CIDR notation. */
    public record Block(IpAddress start, int prefix) {

        public static @Nullable Block parse(String text) {
            int slash = text.indexOf('/');
            IpAddress start = slash < 0 ? null : IpAddress.parse(text.substring(0, slash));
            int prefix = slash < 0 ? -1 : decimal(text, slash + 1, text.length(), 3);
            return start == null || prefix < 0 || prefix > start.bits() ? null : new Block(start, prefix);
        }

        public boolean contains(IpAddress address) {
            if (address.isV4 != start.isV4) {
                return false;
            }
            int bits = prefix + 128 - start.bits();
            long highMask = bits >= 64 ? -1 : bits == 0 ? 0 : -1L << (64 - bits);
            long lowMask = bits <= 64 ? 0 : -1L << (128 - bits);
            return ((address.high ^ start.high) & highMask) == 0 && ((address.low ^ start.low) & lowMask) == 0;
        }
    }

    private int bits() {
        return isV4 ? 32 : 128;
    }

    /** Parses an address without a DNS query. Null if the text is not an address. */
    public static @Nullable IpAddress parse(String text) {
        if (text.indexOf(':') >= 0) {
            return v6(text);
        }
        long v4 = v4(text, 0);
        return v4 < 0 ? null : new IpAddress(0, v4, true);
    }

    private static long v4(String text, int from) {
        long value = 0;
        int at = from;
        for (int i = 0; i < 4; i++) {
            int dot = i == 3 ? text.length() : text.indexOf('.', at);
            int octet = dot < 0 ? -1 : decimal(text, at, dot, 3);
            if (octet < 0 || octet > 255) {
                return -1;
            }
            value = value << 8 | octet;
            at = dot + 1;
        }
        return value;
    }

    private static int decimal(String text, int from, int to, int mostDigits) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - from >= mostDigits) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return from >= to ? -1 : value;
    }

    private static @Nullable IpAddress v6(String text) {
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = text.indexOf(':', at);
            end = end < 0 ? text.length() : end;
            if (count < 7 && end == text.length() && text.indexOf('.', at) > 0) {
                long v4 = v4(text, at);
                if (v4 < 0) {
                    return null;
                }
                groups[count++] = (int) (v4 >>> 16);
                groups[count++] = (int) (v4 & 0xffff);
                break;
            }
            int group = group(text, at, end);
            if (group < 0 || count == 8) {
                return null;
            }
            groups[count++] = group;
            at = end + 1;
            if (end == text.length() - 1) {
                return null;
            }
            if (at < text.length() && text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at++;
            }
        }
        return gap < 0 ? (count == 8 ? of(groups) : null) : count < 8 ? of(spread(groups, count, gap)) : null;
    }

    private static int group(String text, int from, int to) {
        if (from >= to || to - from > 4) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Moves the groups after the gap to the end. */
    private static int[] spread(int[] groups, int count, int gap) {
        int[] spread = new int[8];
        System.arraycopy(groups, 0, spread, 0, gap);
        System.arraycopy(groups, gap, spread, 8 - (count - gap), count - gap);
        return spread;
    }

    private static IpAddress of(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new IpAddress(high, low, false);
    }
}
