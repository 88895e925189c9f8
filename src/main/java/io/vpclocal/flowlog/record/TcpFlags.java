package io.vpclocal.flowlog.record;

import org.jspecify.annotations.Nullable;

/**
 * The {@code tcp-flags} bitmask: the OR-ed flags of all packets of a flow in the window. Only FIN, SYN and RST count,
 * and ACK together with SYN (AWS documentation, VPC User Guide: TCP flag sequence).
 */
public final class TcpFlags {

    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int SYN_ACK = 18;
    private static final int ACK = 16;

    private TcpFlags() {}

    /** The mask of one packet with these header flags, or null for an impossible combination. */
    public static @Nullable Integer ofPacket(int headerFlags) {
        boolean syn = (headerFlags & SYN) != 0;
        if (syn && (headerFlags & (FIN | RST)) != 0) {
            return null;
        }
        int counted = headerFlags & (FIN | SYN | RST);
        return syn && (headerFlags & ACK) != 0 ? SYN_ACK : counted;
    }

    /** The combined mask of several packets; null if one of them is null. */
    static @Nullable Integer or(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(one | other);
    }

    /** The part of a mask that belongs to the first packet of a flow. */
    static @Nullable Integer opening(@Nullable Integer flags) {
        return flags == null ? null : Integer.valueOf(flags & SYN_ACK);
    }

    /** The part of a mask that belongs to the last packet of a flow. */
    static @Nullable Integer closing(@Nullable Integer flags) {
        return flags == null ? null : Integer.valueOf(flags & (FIN | RST));
    }
}
