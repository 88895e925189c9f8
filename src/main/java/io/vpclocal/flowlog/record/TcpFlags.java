package io.vpclocal.flowlog.record;

import org.jspecify.annotations.Nullable;

/**
 * The {@code tcp-flags} bitmask: flags of all packets of a flow in the window, OR-ed. Only FIN, SYN and RST count, and
 * ACK only together with SYN (AWS documentation, VPC User Guide: TCP flag sequence).
 */
public final class TcpFlags {

    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int SYN_ACK = 18;
    private static final int ACK = 16;

    private TcpFlags() {}

    /** What one packet with these header flags adds, or null if no packet can have them. */
    public static @Nullable Integer ofPacket(int headerFlags) {
        boolean syn = (headerFlags & SYN) != 0;
        if (syn && (headerFlags & (FIN | RST)) != 0) {
            return null;
        }
        int counted = headerFlags & (FIN | SYN | RST);
        return syn && (headerFlags & ACK) != 0 ? SYN_ACK : counted;
    }

    /** The mask of several packets; null, an impossible one, spoils the whole. */
    static @Nullable Integer or(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(one | other);
    }

    /** The part of a mask that the first packet of a flow brings. */
    static @Nullable Integer opening(@Nullable Integer flags) {
        return flags == null ? null : Integer.valueOf(flags & SYN_ACK);
    }

    /** The part of a mask that the last packet of a flow brings. */
    static @Nullable Integer closing(@Nullable Integer flags) {
        return flags == null ? null : Integer.valueOf(flags & (FIN | RST));
    }
}
