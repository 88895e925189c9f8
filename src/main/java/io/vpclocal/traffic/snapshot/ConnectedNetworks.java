package io.vpclocal.traffic.snapshot;

import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedListener;
import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.Subnet;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.PrivateLink;
import io.vpclocal.traffic.engine.StopCode;
import io.vpclocal.traffic.snapshot.HostedConnections.Balancer;
import io.vpclocal.traffic.snapshot.HostedConnections.Connected;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network and those that its flows reach through endpoints of hosted services, peering connections or the internet.
 * Not thread-safe.
 */
public final class ConnectedNetworks implements PrivateLink {

    /** The part of a name that only hosted services have. */
    private static final String HOSTED = ".vpce-svc-";

    /** @param at an endpoint, or a network interface of a load balancer */
    private record Question(String at, String protocol, int port) {}

    private final HostedConnections connections;
    private final Map<Scope, KnownNetwork> networks;
    private final Map<Question, Connected> answers;
    private final Map<Question, Optional<Balancer>> balancers;
    private final Map<IpAddress, Optional<Scope>> owners;
    private final Set<IpAddress> preferred;
    private @Nullable BalancedTarget chosen;

    ConnectedNetworks(HostedConnections connections, KnownNetwork consumer) {
        this.connections = connections;
        this.networks = new LinkedHashMap<>();
        this.answers = new HashMap<>();
        this.balancers = new HashMap<>();
        this.owners = new HashMap<>();
        this.preferred = Set.of();
        networks.put(consumer.scope(), consumer);
    }

    private ConnectedNetworks(ConnectedNetworks same, Set<IpAddress> preferred) {
        this.connections = same.connections;
        this.networks = same.networks;
        this.answers = same.answers;
        this.balancers = same.balancers;
        this.owners = same.owners;
        this.preferred = preferred;
    }

    @Override
    public ConnectedNetworks towards(Set<IpAddress> targets) {
        return new ConnectedNetworks(this, targets);
    }

    /** The current network of an account and Region, where flows can begin too. */
    public KnownNetwork include(Scope scope) {
        return network(scope);
    }

    /** The account and Region of a network, among the networks reached so far. */
    public Optional<Scope> scopeOf(NetworkSnapshot network) {
        return networks.values().stream()
                .filter(known -> known.snapshot() == network)
                .map(KnownNetwork::scope)
                .findFirst();
    }

    /** The account and Region behind a peering connection to another account or Region. */
    public Optional<Scope> peer(NetworkSnapshot network, String connectionId) {
        return networks.values().stream()
                .filter(known -> known.snapshot() == network)
                .flatMap(known -> Optional.ofNullable(known.peers().get(connectionId)).stream())
                .findFirst();
    }

    /** The network of a network interface, among the networks reached so far. */
    public KnownNetwork of(NetworkInterface of) {
        return networks.values().stream()
                .filter(network -> network.snapshot().networkInterface(of.id()) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No flow has reached " + of.id()));
    }

    /** The target that a load balancer chose last, for any flow so far; empty if no flow passed one. */
    public Optional<BalancedTarget> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** The listeners of a load balancer. */
    public List<BalancedListener> listeners(String loadBalancerArn) {
        return connections.listeners(loadBalancerArn);
    }

    @Override
    public @Nullable Passage passage(
            NetworkSnapshot network, VpcEndpoint endpoint, NetworkInterface at, Packet packet) {
        String protocol = transport(packet);
        if (!endpoint.serviceName().contains(HOSTED)) {
            return null;
        }
        Closed refused = refusal(endpoint, at, packet);
        if (refused != null || protocol == null) {
            return refused;
        }
        Connected connected = connected(endpoint, at, protocol, packet.destinationPort());
        Subnet subnet = Objects.requireNonNull(network.subnet(at.subnetId()));
        return new Balancing(endpoint, connected, subnet.availabilityZoneId(), protocol, packet, preferred)
                .choose(this::network, target -> chosen = target);
    }

    @Override
    public @Nullable Closed refusal(VpcEndpoint endpoint, NetworkInterface at, Packet packet) {
        if (!endpoint.serviceName().contains(HOSTED)) {
            return null;
        }
        String protocol = transport(packet);
        if (protocol == null) {
            return closed(StopCode.PROTOCOL_RESTRICTION, endpoint, null, endpoint.id() + " carries TCP and UDP only");
        }
        Connected connected = connected(endpoint, at, protocol, packet.destinationPort());
        return connected.open()
                ? null
                : closed(
                        StopCode.ENDPOINT_NOT_AVAILABLE,
                        endpoint,
                        connected.state(),
                        "the connection of " + endpoint.id() + " is " + connected.state());
    }

    private Connected connected(VpcEndpoint endpoint, NetworkInterface at, String protocol, int port) {
        return answers.computeIfAbsent(
                new Question(endpoint.id(), protocol, port),
                question -> connections.read(of(at).scope(), question.at(), question.protocol(), question.port()));
    }

    @Override
    public @Nullable Passage balancing(NetworkInterface at, Packet packet) {
        KnownNetwork network = of(at);
        String protocol = transport(packet);
        Optional<Balancer> balancer = balancers.computeIfAbsent(
                new Question(at.id(), protocol == null ? "" : protocol, packet.destinationPort()),
                question -> connections.balancer(network.scope(), question.at(), question.protocol(), question.port()));
        return balancer.map(found -> new DirectBalancing(found, found.placement(at.id()), protocol, packet, preferred)
                        .choose(network, target -> chosen = target))
                .orElse(null);
    }

    @Override
    public @Nullable NetworkSnapshot behind(IpAddress publicAddress) {
        return owners.computeIfAbsent(publicAddress, connections::owner)
                .map(this::network)
                .map(KnownNetwork::snapshot)
                .orElse(null);
    }

    @Override
    public @Nullable NetworkSnapshot peered(NetworkSnapshot network, String connectionId) {
        return peer(network, connectionId)
                .map(this::network)
                .map(KnownNetwork::snapshot)
                .orElse(null);
    }

    private KnownNetwork network(Scope scope) {
        return networks.computeIfAbsent(scope, connections::network);
    }

    private static Closed closed(StopCode code, VpcEndpoint endpoint, @Nullable String rule, String text) {
        return new Closed(code, new Hop(Hop.Stage.INTERFACE_ENDPOINT, Hop.Decision.DENY, endpoint.id(), rule, text));
    }

    /** Null for protocols that load balancers do not support. */
    private static @Nullable String transport(Packet packet) {
        return switch (packet.protocol()) {
            case RuleTraffic.TCP -> "tcp";
            case RuleTraffic.UDP -> "udp";
            default -> null;
        };
    }
}
