package io.vpclocal.analysis;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.PrivateLink;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The networks that an analysis follows paths into: those of its accounts in its Region. Paths do not lead through the
 * internet (AWS documentation, Reachability Analyzer guide: IGW_NAT_REFLECTION, NO_POSSIBLE_DESTINATION, cross-account
 * analyses).
 *
 * @param accounts the caller's account and the additional ones
 * @param left receives the other accounts that packets left for
 */
record IncludedNetworks(ConnectedNetworks connected, Set<String> accounts, String region, Set<String> left)
        implements PrivateLink {

    @Override
    public PrivateLink towards(Set<IpAddress> targets) {
        return new IncludedNetworks(connected.towards(targets), accounts, region, left);
    }

    /** The path ends at the endpoint if another account hosts its service. */
    @Override
    public @Nullable Passage passage(
            NetworkSnapshot network, Network.VpcEndpoint endpoint, Network.NetworkInterface at, Packet packet) {
        Passage passage = connected.passage(network, endpoint, at, packet);
        if (passage instanceof Open open) {
            return connected.scopeOf(open.network()).filter(this::includes).isPresent() ? passage : null;
        }
        if (passage instanceof Closed closed && closed.hop().component().startsWith("arn:")) {
            String[] arn = closed.hop().component().split(":", -1);
            return includes(new Scope(arn[4], arn[3])) ? passage : null;
        }
        return passage;
    }

    @Override
    public @Nullable Passage balancing(Network.NetworkInterface at, Packet packet) {
        return connected.balancing(at, packet);
    }

    @Override
    public @Nullable NetworkSnapshot peered(NetworkSnapshot network, String connectionId) {
        Optional<Scope> peer = connected.peer(network, connectionId);
        return peer.filter(this::permits).isPresent() ? connected.peered(network, connectionId) : null;
    }

    @Override
    public void leaves(NetworkSnapshot network, String connectionId) {
        connected.peer(network, connectionId).ifPresent(this::includes);
    }

    @Override
    public @Nullable Closed refusal(Network.VpcEndpoint endpoint, Network.NetworkInterface at, Packet packet) {
        return connected.refusal(endpoint, at, packet);
    }

    private boolean permits(Scope scope) {
        return accounts.contains(scope.account()) && scope.region().equals(region);
    }

    private boolean includes(Scope scope) {
        if (!accounts.contains(scope.account())) {
            left.add(scope.account());
        }
        return permits(scope);
    }
}
