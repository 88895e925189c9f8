package io.vpclocal.flowlog.record;

import org.jspecify.annotations.Nullable;

/**
 * One flow log record before it is written in a format.
 *
 * @param flow null for NODATA and SKIPDATA
 * @param tcpFlags null for a combination that cannot be
 * @param start Unix seconds of the first packet in the window; of the window itself for NODATA and SKIPDATA
 * @param end Unix seconds of the last packet in the window; of the end of the window for NODATA and SKIPDATA
 */
public record FlowRecord(
        InterfaceDetails networkInterface,
        @Nullable FlowAttributes flow,
        long packets,
        long bytes,
        @Nullable Integer tcpFlags,
        long start,
        long end,
        LogStatus status) {

    public FlowRecord {
        if ((flow == null) == (status == LogStatus.OK)) {
            throw new IllegalArgumentException("A record has a flow if and only if its status is OK");
        }
    }

    /** The last second it is about. */
    public long lastSecond() {
        return flow == null ? end - 1 : end;
    }

    public static FlowRecord ok(
            InterfaceDetails networkInterface,
            FlowAttributes flow,
            long packets,
            long bytes,
            @Nullable Integer tcpFlags,
            long start,
            long end) {
        return new FlowRecord(networkInterface, flow, packets, bytes, tcpFlags, start, end, LogStatus.OK);
    }

    /** The record of a window without traffic. */
    public static FlowRecord noData(InterfaceDetails networkInterface, long start, long end) {
        return new FlowRecord(networkInterface, null, 0, 0, null, start, end, LogStatus.NODATA);
    }

    /** The record of a window of which records were lost. */
    public static FlowRecord skipData(InterfaceDetails networkInterface, long start, long end) {
        return new FlowRecord(networkInterface, null, 0, 0, null, start, end, LogStatus.SKIPDATA);
    }
}
