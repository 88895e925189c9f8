package io.vpclocal.flowlog.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Packets of one flow seen at one interface. The first packet is at {@code start}, the last at {@code end}, the others
 * spread evenly between; every packet has the same size but for what does not divide.
 *
 * @param packets none is allowed and makes no record
 * @param tcpFlags of all packets, OR-ed; null for a combination that cannot be
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
            throw new IllegalArgumentException("Traffic counts up from zero and ends after it starts");
        }
    }
}
