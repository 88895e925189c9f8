package io.vpclocal.network.routetable;

import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayPart;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.network.vpngateway.VpnRoutes;
import io.vpclocal.protocol.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The virtual private gateways that propagate routes to route tables: the static routes of their VPN connections (VPC
 * User Guide, route propagation). Among gateways the one that was enabled first wins.
 */
@Component
public class RoutePropagation implements VpnGatewayPart {

    private final RouteTableService tables;
    private final RouteTables repository;
    private final VpnGatewayService gateways;
    private final VpnRoutes routes;

    RoutePropagation(RouteTableService tables, RouteTables repository, VpnGatewayService gateways, VpnRoutes routes) {
        this.tables = tables;
        this.repository = repository;
        this.gateways = gateways;
        this.routes = routes;
    }

    /** Updates the route tables that a gateway propagates to. The caller has locked the gateway's VPC. */
    public void routesChanged(Scope scope, String gatewayId) {
        propagatedTo(scope, gatewayId).forEach(this::refresh);
    }

    /** The gateway that propagates a route to the destination. */
    Optional<String> gatewayTo(RouteTableEntity table, RouteDestination destination) {
        return Optional.ofNullable(wanted(table).get(destination));
    }

    /** A repeated call changes nothing (our guess). */
    void enable(Scope scope, String tableId, String gatewayId) {
        RouteTableEntity table = tables.lock(scope, tableId);
        if (!require(scope, gatewayId).attachedTo(table.vpcId())) {
            throw RouteTableErrors.gatewayNotAttached(gatewayId, table.vpcId());
        }
        table.propagate(gatewayId, true);
        refresh(table);
    }

    /** Disabling what is not enabled changes nothing (our guess). */
    void disable(Scope scope, String tableId, String gatewayId) {
        RouteTableEntity table = tables.lock(scope, tableId);
        require(scope, gatewayId);
        stop(table, gatewayId);
    }

    @Override
    public void detached(Scope scope, String gatewayId, String vpcId) {
        propagatedTo(scope, gatewayId).forEach(table -> stop(table, gatewayId));
    }

    private List<RouteTableEntity> propagatedTo(Scope scope, String gatewayId) {
        return repository.findWithPropagation(scope.account(), scope.region(), gatewayId);
    }

    private void stop(RouteTableEntity table, String gatewayId) {
        table.propagate(gatewayId, false);
        refresh(table);
    }

    private void refresh(RouteTableEntity table) {
        Map<RouteDestination, String> wanted = wanted(table);
        table.routes().stream()
                .filter(route -> route.propagated() && !wanted.containsKey(route.destination()))
                .forEach(table::remove);
        wanted.forEach((destination, gatewayId) -> table.route(destination)
                .ifPresentOrElse(
                        route -> {
                            if (route.propagated()) {
                                route.redirect(gatewayId);
                            }
                        },
                        () -> table.add(destination, gatewayId, RouteEntity.PROPAGATED)));
    }

    private Map<RouteDestination, String> wanted(RouteTableEntity table) {
        Map<RouteDestination, String> wanted = new LinkedHashMap<>();
        for (String gatewayId : table.propagating()) {
            routes.of(table.scope(), gatewayId)
                    .forEach(cidr -> wanted.putIfAbsent(RouteDestination.of(cidr), gatewayId));
        }
        return wanted;
    }

    private VpnGatewayEntity require(Scope scope, String gatewayId) {
        RouteTarget target = RouteTarget.gateway(gatewayId);
        if (!target.is(VpnGatewayService.KIND.prefix())) {
            throw RouteTableErrors.wrongTarget("gateway-id", gatewayId);
        }
        return gateways.find(scope, gatewayId).orElseThrow(target::notFound);
    }
}
