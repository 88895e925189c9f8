package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpngateway.VpnRoutes;
import io.vpclocal.network.vpngateway.VpnUse;
import io.vpclocal.protocol.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** What gateways know of their VPN connections. */
@Component
class VpnConnectionRoutes implements VpnRoutes, VpnUse {

    private final VpnConnections connections;

    VpnConnectionRoutes(VpnConnections connections) {
        this.connections = connections;
    }

    @Override
    public List<Cidr> of(Scope scope, String gatewayId) {
        return connections.findOfGateway(scope.account(), scope.region(), gatewayId).stream()
                .flatMap(connection -> connection.routes().stream())
                .map(StaticRoute::destination)
                .toList();
    }

    @Override
    public boolean connected(Scope scope, String gatewayId) {
        return !connections
                .findOfGateway(scope.account(), scope.region(), gatewayId)
                .isEmpty();
    }
}
