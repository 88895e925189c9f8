package io.vpclocal.flowlog.record;

import org.jspecify.annotations.Nullable;

/**
 * One flow log record before it is written in a format.
 *
 * @param flow null for NODATA and SKIPDATA
 * @param tcpFlags null for an impossible combination
 * @param start Unix seconds of the first packet in the window; for NODATA and SKIPDATA the window's start
 * @param end Unix seconds of the last packet in the window; for NODATA and SKIPDATA the window's end
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
            throw new IllegalArgumentException(
                    "A record with status OK needs a flow; NODATA and SKIPDATA must not have one.");
        }
    }

    /** The last second that the record covers. */
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

    /** The record of a window in which records were lost. */
    public static FlowRecord skipData(InterfaceDetails networkInterface, long start, long end) {
        return new FlowRecord(networkInterface, null, 0, 0, null, start, end, LogStatus.SKIPDATA);
    }
}
