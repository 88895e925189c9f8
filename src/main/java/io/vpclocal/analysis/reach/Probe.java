package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One packet that represents all packets of its kind.
 *
 * @param sender where it comes from
 */
record Probe(Flow.Endpoint sender, IpAddress from, IpAddress to, int protocol, int fromPort, int toPort) {

    /** A packet that an interface sends; without an interface, one from the internet. */
    Probe(@Nullable String interfaceId, IpAddress from, IpAddress to, int protocol, int fromPort, int toPort) {
        this(
                interfaceId == null
                        ? new Flow.AddressEndpoint(null, from)
                        : new Flow.InterfaceEndpoint(interfaceId, from),
                from,
                to,
                protocol,
                fromPort,
                toPort);
    }

    /** The interface that sends it; null if it comes from outside of the networks. */
    @Nullable
    String interfaceId() {
        return sender instanceof Flow.InterfaceEndpoint at ? at.networkInterfaceId() : null;
    }

    Flow flow() {
        Flow.Endpoint receiver = new Flow.AddressEndpoint(null, to);
        return protocol == PathQuestion.TCP
                ? Flow.tcp(sender, receiver, fromPort, toPort)
                : Flow.udp(sender, receiver, fromPort, toPort);
    }

    Probe ports(int from, int to) {
        return new Probe(sender, this.from, this.to, protocol, from, to);
    }
}
