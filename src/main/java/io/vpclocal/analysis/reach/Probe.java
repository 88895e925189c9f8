package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One packet that represents all packets of its kind.
 *
 * @param interfaceId the interface that sends it; null if it comes from the internet
 */
record Probe(@Nullable String interfaceId, IpAddress from, IpAddress to, int protocol, int fromPort, int toPort) {

    Flow flow() {
        Flow.Endpoint sender = interfaceId == null
                ? new Flow.AddressEndpoint(null, from)
                : new Flow.InterfaceEndpoint(interfaceId, from);
        Flow.Endpoint receiver = new Flow.AddressEndpoint(null, to);
        return protocol == PathQuestion.TCP
                ? Flow.tcp(sender, receiver, fromPort, toPort)
                : Flow.udp(sender, receiver, fromPort, toPort);
    }

    Probe ports(int from, int to) {
        return new Probe(interfaceId, this.from, this.to, protocol, from, to);
    }
}
