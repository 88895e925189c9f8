package io.vpclocal.network.routetable;

import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Virtual private gateways as route targets. The gateway must be attached to the table's VPC when the route is created.
 * The route is active while the gateway is attached to any VPC.
 */
@Component
class VpnGatewayTarget implements RouteTargetCheck {

    private final VpnGatewayService gateways;

    VpnGatewayTarget(VpnGatewayService gateways) {
        this.gateways = gateways;
    }

    @Override
    public String idPrefix() {
        return VpnGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        VpnGatewayEntity gateway =
                gateways.find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!gateway.attachedTo(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "network gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.attached(scope).stream()
                .map(VpnGatewayEntity::id)
                .filter(targetIds::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
