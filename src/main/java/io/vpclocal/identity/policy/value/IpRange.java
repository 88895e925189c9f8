package io.vpclocal.identity.policy.value;

import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses in CIDR notation; a single address is a range of one.
 *
 * @param v6 whether these are IPv6 addresses; the families never contain each other
 * @param high the upper 64 bits of an IPv6 address, else 0
 * @param low the lower 64 bits, or the IPv4 address
 * @param prefix how many leading bits count
 */
public record IpRange(boolean v6, long high, long low, int prefix) {

    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;
    private static final int V6_GROUPS = 8;
    private static final int MAX_PREFIX_DIGITS = 9;

    /** Reads an address with or without a prefix length, or returns null. */
    public static @Nullable IpRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return parseAddress(text);
        }
        IpRange address = parseAddress(text.substring(0, slash));
        int prefix = prefix(text, slash + 1);
        if (address == null || prefix < 0 || prefix > address.prefix) {
            return null;
        }
        return new IpRange(address.v6, address.high, address.low, prefix);
    }

    /** A prefix length may have a sign, as in {@code 192.0.2.0/+24} (recorded from AWS), and leading zeros (UNVERIFIED). */
    private static int prefix(String text, int from) {
        int first = text.startsWith("+", from) ? from + 1 : from;
        return number(text, first, text.length(), 10, MAX_PREFIX_DIGITS);
    }

    /** Reads an address, or returns null. Never uses DNS. */
    public static @Nullable IpRange parseAddress(String text) {
        if (text.indexOf(':') >= 0) {
            return parseV6(text);
        }
        long address = v4(text, 0, text.length());
        return address < 0 ? null : new IpRange(false, 0, address, V4_BITS);
    }

    public boolean contains(IpRange address) {
        if (v6 != address.v6) {
            return false;
        }
        if (!v6) {
            return prefix == 0 || low >>> V4_BITS - prefix == address.low >>> V4_BITS - prefix;
        }
        if (prefix <= 64) {
            return prefix == 0 || high >>> 64 - prefix == address.high >>> 64 - prefix;
        }
        return high == address.high && low >>> V6_BITS - prefix == address.low >>> V6_BITS - prefix;
    }

    private static long v4(String text, int from, int to) {
        long address = 0;
        int start = from;
        for (int part = 0; part < 4; part++) {
            int end = part == 3 ? to : text.indexOf('.', start);
            int value = end < 0 || end > to ? -1 : number(text, start, end, 10, 3);
            if (value < 0 || value > 255) {
                return -1;
            }
            address = address << 8 | value;
            start = end + 1;
        }
        return address;
    }

    private static @Nullable IpRange parseV6(String text) {
        int gap = text.indexOf("::");
        int[] groups = new int[V6_GROUPS];
        if (gap < 0) {
            return groups(text, 0, text.length(), groups) == V6_GROUPS ? ofGroups(groups) : null;
        }
        int[] tail = new int[V6_GROUPS];
        int before = groups(text, 0, gap, groups);
        int after = groups(text, gap + 2, text.length(), tail);
        if (before < 0 || after < 0 || before + after >= V6_GROUPS) {
            return null;
        }
        System.arraycopy(tail, 0, groups, V6_GROUPS - after, after);
        return ofGroups(groups);
    }

    /** Fills in the colon-separated groups and returns how many there are, or -1. */
    private static int groups(String text, int from, int to, int[] groups) {
        int count = 0;
        int start = from;
        while (start < to) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 || colon > to ? to : colon;
            int dot = text.indexOf('.', start);
            if (end == to && dot >= 0 && dot < to) {
                long v4 = v4(text, start, to);
                if (v4 < 0 || count > V6_GROUPS - 2) {
                    return -1;
                }
                groups[count++] = (int) (v4 >>> 16);
                groups[count++] = (int) (v4 & 0xFFFF);
                return count;
            }
            int value = number(text, start, end, 16, 4);
            if (value < 0 || count == V6_GROUPS || end == to - 1) {
                return -1;
            }
            groups[count++] = value;
            start = end + 1;
        }
        return count;
    }

    private static IpRange ofGroups(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < V6_GROUPS / 2; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + V6_GROUPS / 2];
        }
        return new IpRange(true, high, low, V6_BITS);
    }

    private static int number(String text, int from, int to, int radix, int maxDigits) {
        if (to <= from || to - from > maxDigits) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
