package io.vpclocal.traffic.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as 128 bits; an IPv4 address sits in the low 32. Compared as unsigned numbers within one
 * family, IPv4 before IPv6. Text is the usual one: dotted quad, or RFC 5952 for IPv6.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    final boolean v6;
    final long high;
    final long low;
    private final int hash;
    private @Nullable String text;

    private IpAddress(boolean v6, long high, long low) {
        this.v6 = v6;
        this.high = high;
        this.low = low;
        long mixed = (high * 31 + low) * 0x9E3779B97F4A7C15L;
        this.hash = (int) (mixed >>> 32);
    }

    /** An IPv4 address from its 32 bits, the first octet highest. */
    public static IpAddress v4(int bits) {
        return new IpAddress(false, 0, Integer.toUnsignedLong(bits));
    }

    /** An IPv6 address from its upper and lower 64 bits. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(true, high, low);
    }

    /**
     * Reads a literal; host names are never looked up.
     *
     * @throws IllegalArgumentException if the text is neither an IPv4 nor an IPv6 literal
     */
    public static IpAddress parse(String text) {
        if (V4.matcher(text).matches()) {
            return parseV4(text);
        }
        if (V6.matcher(text).matches()) {
            return parseV6(text);
        }
        throw new IllegalArgumentException("Not an IP address: " + text);
    }

    private static IpAddress parseV4(String text) {
        int bits = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            int octet = Integer.parseInt(text, start, end, 10);
            if (octet > 255) {
                throw new IllegalArgumentException("Not an IP address: " + text);
            }
            bits = bits << 8 | octet;
            start = end + 1;
        }
        return v4(bits);
    }

    private static IpAddress parseV6(String text) {
        byte[] bytes;
        try {
            bytes = InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an IP address: " + text, e);
        }
        if (bytes.length != 16) {
            throw new IllegalArgumentException("An IPv4-mapped IPv6 address is not supported: " + text);
        }
        return v6(word(bytes, 0), word(bytes, 8));
    }

    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + 8; i++) {
            word = word << 8 | (bytes[i] & 0xFF);
        }
        return word;
    }

    /** An IPv4 address as a number from 0 to 2^32 - 1. */
    public long number() {
        return low;
    }

    /** The first 64 bits of an IPv6 address; 0 for IPv4. */
    public long network() {
        return high;
    }

    /** Whether this is an IPv6 address. */
    public boolean isV6() {
        return v6;
    }

    /** Whether an internet gateway refuses to carry it: RFC 1918, or for IPv6 a unique local address. */
    public boolean isPrivate() {
        if (v6) {
            return high >>> 57 == 0xFC >>> 1;
        }
        return low >>> 24 == 10 || low >>> 20 == 0xAC1 || low >>> 16 == 0xC0A8;
    }

    /** Whether it is IPv4 shared address space (RFC 6598, {@code 100.64.0.0/10}). */
    public boolean isShared() {
        return !v6 && low >>> 22 == 0x6440 >>> 6;
    }

    /** The address {@code count} further up in the same family. */
    public IpAddress plus(long count) {
        long sum = low + count;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return v6 ? v6(high + carry, sum) : v4((int) sum);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (v6 != other.v6) {
            return v6 ? 1 : -1;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof IpAddress that && low == that.low && high == that.high && v6 == that.v6;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = v6 ? textV6() : textV4();
            text = known;
        }
        return known;
    }

    private String textV4() {
        return (low >>> 24) + "." + (low >>> 16 & 0xFF) + "." + (low >>> 8 & 0xFF) + "." + (low & 0xFF);
    }

    private String textV6() {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int run = i;
            while (run < 8 && group(run) == 0) {
                run++;
            }
            if (run - i > bestLength) {
                best = i;
                bestLength = run - i;
            }
        }
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.append("::");
                i += bestLength - 1;
                continue;
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(group(i)));
        }
        return out.toString();
    }

    private int group(int index) {
        long word = index < 4 ? high : low;
        return (int) (word >>> (48 - 16 * (index & 3))) & 0xFFFF;
    }
}
