package io.vpclocal.traffic.snapshot;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Adds route tables and virtual private gateways to a snapshot, with what the routes lead to at the moment. */
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
        Set<String> attached = new HashSet<>();
        for (VpnGatewayEntity gateway : vpnGateways.attached(scope)) {
            attached.add(gateway.id());
            network.add(new Network.VpnGateway(gateway.id(), Objects.requireNonNull(gateway.vpcId())));
        }
        tables.forEach(table -> network.add(SnapshotParts.table(table, nextHops, attached)));
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
