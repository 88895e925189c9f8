package io.vpclocal.network.routetable;

import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.peering.Peerings;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Peering connections as route targets. The connection must belong to the table's VPC. A route to a pending connection
 * is a black hole until the connection is active (Amazon VPC Peering Guide: update your route tables).
 */
@Component
class PeeringConnectionTarget implements RouteTargetCheck {

    private final Peerings peerings;

    PeeringConnectionTarget(Peerings peerings) {
        this.peerings = peerings;
    }

    @Override
    public String idPrefix() {
        return "pcx";
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        PeeringConnection connection = peerings.find(table.scope(), targetId)
                .filter(found -> found.state().live())
                .orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!connection.connects(table.scope(), table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "network gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return peerings.findAll(scope, targetIds).stream()
                .filter(PeeringConnection::active)
                .map(PeeringConnection::id)
                .collect(Collectors.toSet());
    }
}
