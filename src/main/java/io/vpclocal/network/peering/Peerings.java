package io.vpclocal.network.peering;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The peering connections of an account and Region, for routes, security group rules, and the data plane. */
@Component
public class Peerings {

    private final VpcPeeringConnections connections;
    private final PeeringLifecycle lifecycle;

    Peerings(VpcPeeringConnections connections, PeeringLifecycle lifecycle) {
        this.connections = connections;
        this.lifecycle = lifecycle;
    }

    /** Empty also for an ended connection that is no longer visible. */
    public Optional<PeeringConnection> find(Scope scope, String id) {
        return connections.find(scope, id).filter(lifecycle::visible).map(this::view);
    }

    public List<PeeringConnection> findAll(Scope scope, Collection<String> ids) {
        return views(connections.findAll(scope, ids));
    }

    public List<PeeringConnection> findAll(Scope scope) {
        return views(connections.findAll(scope));
    }

    public List<PeeringConnection> ofVpc(Scope scope, String vpcId) {
        return views(connections.findOfVpc(scope.account(), scope.region(), vpcId));
    }

    PeeringConnection view(VpcPeeringConnectionEntity connection) {
        return new PeeringConnection(
                connection.id(), connection.requester(), connection.accepter(), lifecycle.state(connection));
    }

    private List<PeeringConnection> views(List<VpcPeeringConnectionEntity> rows) {
        return rows.stream().filter(lifecycle::visible).map(this::view).toList();
    }
}
