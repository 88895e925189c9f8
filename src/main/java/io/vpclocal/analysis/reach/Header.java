package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Packet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AnalysisPacketHeader;

/**
 * The possible packets at one point of a path. All points share the values of a field until it is rewritten: a later
 * rule narrows them for earlier points too.
 */
final class Header {

    /** The values of one field since it was last rewritten. */
    static final class Field {
        private Ranges values;

        Field(Ranges values) {
            this.values = values;
        }

        void narrow(Ranges to) {
            values = values.and(to);
        }

        void exclude(Ranges gone) {
            values = values.minus(gone);
        }
    }

    final int protocol;
    final Field source;
    final Field destination;
    final Field sourcePort;
    final Field destinationPort;

    Header(int protocol, Field source, Field destination, Field sourcePort, Field destinationPort) {
        this.protocol = protocol;
        this.source = source;
        this.destination = destination;
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
    }

    /** The header of the sent packet, widened to other packets of the question that are sent in the same way. */
    static Header sent(Terrain terrain, PathQuestion question, Way way) {
        Packet packet = way.sent();
        boolean fromOutside =
                way.probe().interfaceId() == null && question.atSource().source() == null;
        boolean anywhere =
                question.atSource().destination() == null && question.destination() instanceof PathEnd.InternetGateway;
        Ranges to = Ranges.of(packet.destination());
        if (anywhere) {
            to = Ranges.ADDRESSES;
        } else if (question.destination() instanceof PathEnd.GatewayEndpoint endpoint
                && question.atSource().destination() == null) {
            to = Ranges.ofAll(terrain.parts().prefixList(endpoint.prefixListId()));
        }
        return new Header(
                question.protocol(),
                new Field(fromOutside ? Ranges.ADDRESSES : Ranges.of(packet.source())),
                new Field(to),
                new Field(HeaderFilter.or(question.atSource().sourcePorts())),
                new Field(HeaderFilter.or(question.atSource().destinationPorts())));
    }

    Header fromSource(Ranges addresses) {
        return new Header(protocol, new Field(addresses), destination, sourcePort, destinationPort);
    }

    Header fromPorts(Ranges ports) {
        return new Header(protocol, source, destination, new Field(ports), destinationPort);
    }

    Header toDestination(Ranges addresses) {
        return new Header(protocol, source, new Field(addresses), sourcePort, destinationPort);
    }

    Header toPorts(Ranges ports) {
        return new Header(protocol, source, destination, sourcePort, new Field(ports));
    }

    /** The header of the answers. */
    Header answer() {
        return new Header(protocol, destination, source, destinationPort, sourcePort);
    }

    AnalysisPacketHeader toWire() {
        return AnalysisPacketHeader.builder()
                .protocol(String.valueOf(protocol))
                .sourceAddresses(source.values.cidrs())
                .destinationAddresses(destination.values.cidrs())
                .sourcePortRanges(sourcePort.values.portRanges())
                .destinationPortRanges(destinationPort.values.portRanges())
                .build();
    }

    /** The fields that have been rewritten since, or null if none. */
    @Nullable
    AnalysisPacketHeader changesFrom(Header before) {
        AnalysisPacketHeader.Builder changes = AnalysisPacketHeader.builder();
        if (source != before.source) {
            changes.sourceAddresses(source.values.cidrs());
        }
        if (destination != before.destination) {
            changes.destinationAddresses(destination.values.cidrs());
        }
        if (sourcePort != before.sourcePort) {
            changes.sourcePortRanges(sourcePort.values.portRanges());
        }
        if (destinationPort != before.destinationPort) {
            changes.destinationPortRanges(destinationPort.values.portRanges());
        }
        AnalysisPacketHeader built = changes.build();
        return built.equals(AnalysisPacketHeader.builder().build()) ? null : built;
    }
}
