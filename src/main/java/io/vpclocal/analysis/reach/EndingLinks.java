package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.PrivateLink;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Paths that end at some interfaces of endpoints and load balancers, and not behind them. */
record EndingLinks(PrivateLink links, Set<String> ends) implements PrivateLink {

    @Override
    public @Nullable Passage passage(
            NetworkSnapshot network, Network.VpcEndpoint endpoint, Network.NetworkInterface at, Packet packet) {
        return ends.contains(at.id())
                ? links.refusal(endpoint, at, packet)
                : links.passage(network, endpoint, at, packet);
    }

    @Override
    public @Nullable Passage balancing(Network.NetworkInterface at, Packet packet) {
        return ends.contains(at.id()) ? null : links.balancing(at, packet);
    }

    @Override
    public @Nullable NetworkSnapshot behind(IpAddress publicAddress) {
        return links.behind(publicAddress);
    }

    @Override
    public @Nullable NetworkSnapshot peered(NetworkSnapshot network, String connectionId) {
        return links.peered(network, connectionId);
    }

    @Override
    public void leaves(NetworkSnapshot network, String connectionId) {
        links.leaves(network, connectionId);
    }

    @Override
    public PrivateLink towards(Set<IpAddress> targets) {
        return new EndingLinks(links.towards(targets), ends);
    }
}
