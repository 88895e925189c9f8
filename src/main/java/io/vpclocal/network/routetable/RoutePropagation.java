package io.vpclocal.network.routetable;

import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayPart;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import org.springframework.stereotype.Component;

/**
 * The virtual private gateways that may propagate routes to route tables. Without VPN connections they have no routes to
 * propagate.
 */
@Component
class RoutePropagation implements VpnGatewayPart {

    private final RouteTableService tables;
    private final RouteTables repository;
    private final VpnGatewayService gateways;

    RoutePropagation(RouteTableService tables, RouteTables repository, VpnGatewayService gateways) {
        this.tables = tables;
        this.repository = repository;
        this.gateways = gateways;
    }

    /** A repeated call changes nothing (our guess). */
    void enable(Scope scope, String tableId, String gatewayId) {
        RouteTableEntity table = tables.lock(scope, tableId);
        if (!require(scope, gatewayId).attachedTo(table.vpcId())) {
            throw RouteTableErrors.gatewayNotAttached(gatewayId, table.vpcId());
        }
        table.propagate(gatewayId, true);
    }

    /** Disabling what is not enabled changes nothing (our guess). */
    void disable(Scope scope, String tableId, String gatewayId) {
        RouteTableEntity table = tables.lock(scope, tableId);
        require(scope, gatewayId);
        table.propagate(gatewayId, false);
    }

    @Override
    public void detached(Scope scope, String gatewayId, String vpcId) {
        repository
                .findWithPropagation(scope.account(), scope.region(), gatewayId)
                .forEach(table -> table.propagate(gatewayId, false));
    }

    private VpnGatewayEntity require(Scope scope, String gatewayId) {
        RouteTarget target = RouteTarget.gateway(gatewayId);
        if (!target.is(VpnGatewayService.KIND.prefix())) {
            throw RouteTableErrors.wrongTarget("gateway-id", gatewayId);
        }
        return gateways.find(scope, gatewayId).orElseThrow(target::notFound);
    }
}
