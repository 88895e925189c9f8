package io.vpclocal.analysis;

import io.vpclocal.analysis.reach.Components;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.TagStore;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.HostedConnections;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The current networks for analyses. */
@Component
public class AnalyzedNetworks {

    private static final String NAME = "Name";

    private final NetworkSnapshots networks;
    private final HostedConnections connections;
    private final TagStore tags;

    AnalyzedNetworks(NetworkSnapshots networks, HostedConnections connections, TagStore tags) {
        this.networks = networks;
        this.connections = connections;
        this.tags = tags;
    }

    public KnownNetwork of(Scope scope) {
        return networks.current(scope);
    }

    /** A network and the networks that its paths lead into. */
    public Terrain terrain(KnownNetwork network) {
        ConnectedNetworks connected = connections.from(network);
        return new Terrain(network.snapshot(), connected, network.scope(), one -> home(network, connected, one));
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
