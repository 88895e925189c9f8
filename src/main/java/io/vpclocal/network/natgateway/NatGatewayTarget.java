package io.vpclocal.network.natgateway;

import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.routetable.RouteTargetCheck;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** NAT gateways as targets of routes: of the table's VPC, and not deleted. */
@Component
class NatGatewayTarget implements RouteTargetCheck {

    private final NatGateways gateways;

    NatGatewayTarget(NatGateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public String idPrefix() {
        return NatGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        NatGatewayEntity target = gateways.find(table.scope(), targetId)
                .filter(NatGatewayEntity::isAvailable)
                .orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!target.vpcId().equals(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "NAT gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.findAll(scope, targetIds).stream()
                .filter(NatGatewayEntity::isAvailable)
                .map(NatGatewayEntity::id)
                .collect(Collectors.toSet());
    }
}
