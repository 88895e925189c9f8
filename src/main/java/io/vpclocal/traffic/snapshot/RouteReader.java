package io.vpclocal.traffic.snapshot;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.network.routetable.RouteEntity;
import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds route tables to a snapshot, with what their targets are at the moment. */
@Component
class RouteReader {

    private final VpnGatewayService vpnGateways;

    RouteReader(VpnGatewayService vpnGateways) {
        this.vpnGateways = vpnGateways;
    }

    /** @param instances the primary interfaces of instances, by instance id */
    void add(
            NetworkSnapshot.Builder network,
            Scope scope,
            List<RouteTableEntity> tables,
            List<EndpointView> endpoints,
            Map<String, String> instances) {
        Map<String, String> nextHops = new HashMap<>(instances);
        nextHops.putAll(appliances(endpoints));
        Set<String> attached = vpnGateways.attached(scope, vpnTargets(tables));
        tables.forEach(table -> network.add(SnapshotParts.table(table, nextHops, attached)));
    }

    private static Set<String> vpnTargets(List<RouteTableEntity> tables) {
        return tables.stream()
                .flatMap(table -> table.routes().stream())
                .map(RouteEntity::target)
                .filter(VpnGatewayService.KIND::wellFormed)
                .collect(Collectors.toSet());
    }

    /**
     * The interfaces of the Gateway Load Balancer endpoints that packets go through. Packets that the appliances
     * forward leave the same interface again. Traffic between endpoint and appliance is not captured.
     */
    private static Map<String, String> appliances(List<EndpointView> endpoints) {
        Map<String, String> interfaceOf = new HashMap<>();
        for (EndpointView endpoint : endpoints) {
            if (endpoint.type() == EndpointType.GATEWAY_LOAD_BALANCER
                    && endpoint.state() == EndpointState.AVAILABLE
                    && !endpoint.networkInterfaceIds().isEmpty()) {
                interfaceOf.put(endpoint.id(), endpoint.networkInterfaceIds().get(0));
            }
        }
        return interfaceOf;
    }
}
