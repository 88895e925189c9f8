package io.vpclocal.traffic.address;

/**
 * A block of addresses. Bits of the base after the prefix are cleared, so {@code 10.0.1.5/16} is {@code 10.0.0.0/16}.
 *
 * @param base the first address of the block
 * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress base, int prefixLength) {

    public Cidr {
        if (prefixLength < 0 || prefixLength > (base.v6 ? 128 : 32)) {
            throw new IllegalArgumentException("Invalid prefix length: " + base + "/" + prefixLength);
        }
        base = base.v6
                ? IpAddress.v6(base.high & maskHigh(prefixLength), base.low & maskLow(prefixLength))
                : IpAddress.v4((int) (base.low & maskV4(prefixLength)));
    }

    /**
     * Reads {@code address/length}; a single address is a block of one.
     *
     * @throws IllegalArgumentException if the text is not a CIDR block
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return single(IpAddress.parse(text));
        }
        return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** The block that holds one address. */
    public static Cidr single(IpAddress address) {
        return new Cidr(address, address.v6 ? 128 : 32);
    }

    /** Whether the address is of this block's family and within it. */
    public boolean contains(IpAddress address) {
        if (address.v6 != base.v6) {
            return false;
        }
        if (!base.v6) {
            return ((address.low ^ base.low) & maskV4(prefixLength)) == 0;
        }
        return ((address.high ^ base.high) & maskHigh(prefixLength)) == 0
                && ((address.low ^ base.low) & maskLow(prefixLength)) == 0;
    }

    /** Whether every address of the other block is in this one. */
    public boolean contains(Cidr other) {
        return other.prefixLength >= prefixLength && contains(other.base);
    }

    /** Whether it is {@code 0.0.0.0/0} or {@code ::/0}. */
    public boolean isEverything() {
        return prefixLength == 0;
    }

    /** The last address of the block. */
    public IpAddress last() {
        return base.v6
                ? IpAddress.v6(base.high | ~maskHigh(prefixLength), base.low | ~maskLow(prefixLength))
                : IpAddress.v4((int) (base.low | ~maskV4(prefixLength)));
    }

    @Override
    public String toString() {
        return base + "/" + prefixLength;
    }

    private static long maskV4(int length) {
        return length == 0 ? 0 : 0xFFFFFFFFL << (32 - length) & 0xFFFFFFFFL;
    }

    private static long maskHigh(int length) {
        return length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
    }

    private static long maskLow(int length) {
        return length <= 64 ? 0 : -1L << (128 - length);
    }
}
