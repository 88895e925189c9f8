package io.vpclocal.network.routetable;

import io.vpclocal.network.natgateway.NatGatewayEntity;
import io.vpclocal.network.natgateway.NatGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** NAT gateways as route targets. The gateway must be in the table's VPC and available. */
@Component
class NatGatewayTarget implements RouteTargetCheck {

    private final NatGatewayService gateways;

    NatGatewayTarget(NatGatewayService gateways) {
        this.gateways = gateways;
    }

    @Override
    public String idPrefix() {
        return NatGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        NatGatewayEntity gateway = gateways.find(table.scope(), targetId)
                .filter(NatGatewayEntity::isAvailable)
                .orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!gateway.vpcId().equals(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "NAT gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.available(scope, targetIds);
    }
}
