package io.vpclocal.analysis;

import io.vpclocal.analysis.reach.Components;
import io.vpclocal.analysis.reach.Listeners;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.loadbalancer.LoadBalancerTargets;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.TagStore;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.HostedConnections;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The current networks for analyses. */
@Component
public class AnalyzedNetworks {

    private static final String NAME = "Name";

    private final NetworkSnapshots networks;
    private final HostedConnections connections;
    private final LoadBalancerTargets targets;
    private final TagStore tags;

    AnalyzedNetworks(
            NetworkSnapshots networks, HostedConnections connections, LoadBalancerTargets targets, TagStore tags) {
        this.networks = networks;
        this.connections = connections;
        this.targets = targets;
        this.tags = tags;
    }

    public KnownNetwork of(Scope scope) {
        return networks.current(scope);
    }

    /**
     * A network and the networks that its paths lead into.
     *
     * @param accounts the other accounts that paths may lead through
     * @param left receives the accounts outside of the analysis that packets left for
     */
    public Terrain terrain(KnownNetwork network, Collection<String> accounts, Set<String> left) {
        ConnectedNetworks connected = connections.from(network);
        String region = network.scope().region();
        Set<String> included = new HashSet<>(accounts);
        included.add(network.scope().account());
        List<Terrain.Ground> grounds = new ArrayList<>();
        grounds.add(new Terrain.Ground(network.snapshot(), network.scope()));
        accounts.stream()
                .filter(account -> !account.equals(network.scope().account()))
                .distinct()
                .map(account -> connected.include(new Scope(account, region)))
                .forEach(other -> grounds.add(new Terrain.Ground(other.snapshot(), other.scope())));
        return new Terrain(
                grounds,
                new IncludedNetworks(connected, included, region, left),
                one -> home(network, connected, one),
                this::listeners);
    }

    private List<Listeners.Listener> listeners(String loadBalancerArn) {
        return targets.listeners(loadBalancerArn).stream()
                .map(listener -> new Listeners.Listener(
                        listener.arn(), listener.protocols(), listener.port(), listener.targetGroupArns()))
                .toList();
    }

    /** Components of an account and Region, with their names. */
    public Components components(Scope scope) {
        Map<String, String> names = new HashMap<>();
        return new Components(id -> {
            String name =
                    names.computeIfAbsent(id, key -> tags.asMap(scope, key).getOrDefault(NAME, ""));
            return name.isEmpty() ? null : name;
        });
    }

    private static Terrain.Home home(KnownNetwork network, ConnectedNetworks connected, Network.NetworkInterface one) {
        KnownNetwork owner = network.snapshot().networkInterface(one.id()) != null ? network : connected.of(one);
        return new Terrain.Home(owner.snapshot().inventory(), owner.scope());
    }
}
