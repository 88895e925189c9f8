package io.vpclocal.flowlog.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Packets of one flow at one interface. The first packet is at {@code start}, the last at {@code end}, and the others
 * are spread evenly between. Bytes are spread evenly over the packets, with the remainder added.
 *
 * @param packets 0 makes no record
 * @param tcpFlags flags of all packets, OR-ed; null for an impossible combination
 */
public record ObservedTraffic(
        InterfaceDetails networkInterface,
        FlowAttributes flow,
        long packets,
        long bytes,
        @Nullable Integer tcpFlags,
        Instant start,
        Instant end) {

    public ObservedTraffic {
        if (packets < 0 || bytes < 0 || end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "Packets and bytes must be 0 or more, and the end must not be before the start.");
        }
    }
}
