package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Packet;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a question at one end of the path. Null means any value.
 *
 * @param source a single address, which need not belong to the source
 * @param fromBlocks the requested blocks of the source's addresses
 * @param toBlocks the requested blocks of the destination's addresses
 */
public record HeaderFilter(
        @Nullable IpAddress source,
        @Nullable Ranges sourcePorts,
        @Nullable IpAddress destination,
        @Nullable Ranges destinationPorts,
        @Nullable Ranges fromBlocks,
        @Nullable Ranges toBlocks) {

    public static final HeaderFilter ANY = new HeaderFilter(null, null, null, null);

    /** A filter by single addresses. */
    public HeaderFilter(
            @Nullable IpAddress source,
            @Nullable Ranges sourcePorts,
            @Nullable IpAddress destination,
            @Nullable Ranges destinationPorts) {
        this(source, sourcePorts, destination, destinationPorts, null, null);
    }

    /** A filter by blocks of addresses. */
    public static HeaderFilter blocks(
            @Nullable Ranges from, @Nullable Ranges to, @Nullable Ranges fromPorts, @Nullable Ranges toPorts) {
        return new HeaderFilter(null, fromPorts, null, toPorts, from, to);
    }

    boolean admits(Packet packet) {
        return (source == null || source.equals(packet.source()))
                && (destination == null || destination.equals(packet.destination()))
                && contains(fromBlocks, packet.source())
                && contains(toBlocks, packet.destination())
                && (sourcePorts == null || sourcePorts.contains(packet.sourcePort()))
                && (destinationPorts == null || destinationPorts.contains(packet.destinationPort()));
    }

    static boolean contains(@Nullable Ranges blocks, IpAddress address) {
        return blocks == null || !address.isV6() && blocks.contains(address.number());
    }

    static Ranges or(@Nullable Ranges ports) {
        return ports == null ? Ranges.PORTS : ports;
    }
}
