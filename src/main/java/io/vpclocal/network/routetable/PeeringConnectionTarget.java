package io.vpclocal.network.routetable;

import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.peering.Peerings;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Peering connections as route targets. The connection must belong to the table's VPC. A route to a pending connection
 * is a black hole until the connection is active (Amazon VPC Peering Guide: update your route tables).
 */
@Component
class PeeringConnectionTarget extends VpcRouteTarget<PeeringConnection> {

    private final Peerings peerings;

    PeeringConnectionTarget(Peerings peerings) {
        super("pcx", "network gateway");
        this.peerings = peerings;
    }

    @Override
    Optional<PeeringConnection> find(Scope scope, String id) {
        return peerings.find(scope, id).filter(found -> found.state().live());
    }

    @Override
    boolean belongsTo(PeeringConnection connection, Scope scope, String vpcId) {
        return connection.connects(scope, vpcId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return peerings.findAll(scope, targetIds).stream()
                .filter(PeeringConnection::active)
                .map(PeeringConnection::id)
                .collect(Collectors.toSet());
    }
}
