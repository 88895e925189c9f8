package io.vpclocal.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses.
 *
 * @param network the first address of the range
 * @param prefix the prefix length
 * @param bits 32 for IPv4, 128 for IPv6
 */
public record Cidr(BigInteger network, int prefix, int bits) {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Empty if the text is not a CIDR block. Clears the bits below the prefix, as AWS does. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return address(text.substring(0, slash))
                .filter(address -> prefix <= address.bits)
                .map(address -> new Cidr(masked(address.network, prefix, address.bits), prefix, address.bits));
    }

    /** As {@link #parse}, but also empty if a bit below the prefix is set. */
    public static Optional<Cidr> exact(String text) {
        return parse(text).filter(range -> address(text.substring(0, text.indexOf('/')))
                .filter(address -> address.network.equals(range.network))
                .isPresent());
    }

    /** The range of the single address; empty if the text is not an address. Never makes a DNS query. */
    public static Optional<Cidr> address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            int bits = text.contains(":") ? 128 : 32;
            return Optional.of(new Cidr(new BigInteger(1, address.getAddress()), bits, bits));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean v4() {
        return bits == 32;
    }

    public BigInteger last() {
        return network.add(size()).subtract(BigInteger.ONE);
    }

    /** The number of addresses in the range. */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits - prefix);
    }

    /** The range of the given, shorter or equal prefix length that contains this one. */
    public Cidr within(int length) {
        return new Cidr(masked(network, length, bits), length, bits);
    }

    public boolean overlaps(Cidr other) {
        return bits == other.bits && network.compareTo(other.last()) <= 0 && other.network.compareTo(last()) <= 0;
    }

    public boolean contains(Cidr other) {
        return bits == other.bits && network.compareTo(other.network) <= 0 && last().compareTo(other.last()) >= 0;
    }

    /** The address at an offset from the first, as text. */
    public String at(BigInteger offset) {
        return text(network.add(offset), bits);
    }

    public String at(long offset) {
        return at(BigInteger.valueOf(offset));
    }

    @Override
    public String toString() {
        return text(network, bits) + "/" + prefix;
    }

    private static BigInteger masked(BigInteger address, int prefix, int bits) {
        return address.shiftRight(bits - prefix).shiftLeft(bits - prefix);
    }

    private static String text(BigInteger address, int bits) {
        return bits == 32 ? v4(address.longValue()) : v6(address);
    }

    private static String v4(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** The longest run of zero groups is shortened, as RFC 5952 requires. */
    private static String v6(BigInteger address) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = address.shiftRight(16 * (7 - i)).intValue() & 0xffff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
