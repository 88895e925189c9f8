package io.vpclocal.analysis.reach;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.PrivateLink;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The searched networks, and the networks that their paths may lead into. */
public final class Terrain {

    /** @param scope the account and Region of a network */
    public record Home(NetworkInventory parts, Scope scope) {}

    /** A network in which paths can begin and end. */
    public record Ground(NetworkSnapshot network, Scope scope) {}

    private final List<Ground> grounds;
    private final PrivateLink links;
    private final Function<Network.NetworkInterface, Home> homes;
    private final Listeners listeners;
    private final NetworkInventory parts;

    /**
     * @param grounds the caller's network, and those of the other accounts of the analysis
     * @param homes the network of an interface on a path
     */
    public Terrain(
            List<Ground> grounds,
            PrivateLink links,
            Function<Network.NetworkInterface, Home> homes,
            Listeners listeners) {
        this.grounds = List.copyOf(grounds);
        this.links = links;
        this.homes = homes;
        this.listeners = listeners;
        this.parts = NetworkInventory.union(
                grounds.stream().map(ground -> ground.network().inventory()).toList());
    }

    /** A network without connections to others. */
    public static Terrain alone(NetworkSnapshot network, Scope scope) {
        return alone(network, scope, PrivateLink.NONE);
    }

    /** A network without connections to others but those of its endpoints. */
    public static Terrain alone(NetworkSnapshot network, Scope scope, PrivateLink links) {
        Home home = new Home(network.inventory(), scope);
        return new Terrain(List.of(new Ground(network, scope)), links, any -> home, Listeners.NONE);
    }

    /** The caller's network. */
    public NetworkSnapshot network() {
        return grounds.get(0).network();
    }

    /** The network that a packet is sent into; from the internet, the one that has its public address. */
    NetworkSnapshot network(Probe probe) {
        return grounds.stream()
                .map(Ground::network)
                .filter(network -> sends(network, probe))
                .findFirst()
                .orElse(network());
    }

    private static boolean sends(NetworkSnapshot network, Probe probe) {
        if (probe.sender() instanceof Flow.InterfaceEndpoint at) {
            return network.networkInterface(at.networkInterfaceId()) != null;
        }
        return probe.sender() instanceof Flow.GatewayEndpoint gateway
                ? network.vpc(gateway.vpcId()) != null
                : network.hasPublicAddress(probe.to());
    }

    /** The caller's account and Region. */
    public Scope scope() {
        return grounds.get(0).scope();
    }

    /** The account and Region of a component; the caller's if it is in no searched network. */
    Scope scope(String id) {
        return grounds.stream()
                .filter(ground -> ground.network().inventory().has(id))
                .map(Ground::scope)
                .findFirst()
                .orElse(scope());
    }

    Stream<NetworkSnapshot> networks() {
        return grounds.stream().map(Ground::network);
    }

    PrivateLink links() {
        return links;
    }

    Function<Network.NetworkInterface, Home> homes() {
        return homes;
    }

    Listeners listeners() {
        return listeners;
    }

    /** The parts of all searched networks. */
    public NetworkInventory parts() {
        return parts;
    }

    /** The VPC at the other end of a peering connection; null if it is in no searched network. */
    Network.@Nullable Vpc peerOf(Network.PeeringConnection connection, String vpcId) {
        return parts.vpc(
                connection.requesterVpcId().equals(vpcId) ? connection.accepterVpcId() : connection.requesterVpcId());
    }
}
