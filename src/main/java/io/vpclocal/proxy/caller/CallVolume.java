package io.vpclocal.proxy.caller;

import io.vpclocal.traffic.engine.Flow;

/** The packets of a real call's bytes. */
public final class CallVolume {

    private static final int SEGMENT = 1460;
    private static final int HEADERS = 40;
    private static final int OPEN_AND_CLOSE = 3;

    private CallVolume() {}

    /** Bytes in packets of the usual size, with those that open and close a connection. */
    public static Flow.Volume of(long bytes) {
        long packets = (bytes + SEGMENT - 1) / SEGMENT + OPEN_AND_CLOSE;
        return Flow.Volume.of(packets, bytes + packets * HEADERS);
    }
}
