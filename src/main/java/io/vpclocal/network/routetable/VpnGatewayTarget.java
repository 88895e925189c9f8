package io.vpclocal.network.routetable;

import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Virtual private gateways as route targets. The gateway must be attached to the table's VPC when the route is created.
 * The route is active while the gateway is attached to any VPC.
 */
@Component
class VpnGatewayTarget extends VpcRouteTarget<VpnGatewayEntity> {

    private final VpnGatewayService gateways;

    VpnGatewayTarget(VpnGatewayService gateways) {
        super(VpnGatewayService.KIND.prefix(), "network gateway");
        this.gateways = gateways;
    }

    @Override
    Optional<VpnGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    @Override
    boolean belongsTo(VpnGatewayEntity gateway, Scope scope, String vpcId) {
        return gateway.attachedTo(vpcId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.attached(scope, targetIds);
    }
}
