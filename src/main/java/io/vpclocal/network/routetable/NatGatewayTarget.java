package io.vpclocal.network.routetable;

import io.vpclocal.network.natgateway.NatGatewayEntity;
import io.vpclocal.network.natgateway.NatGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** NAT gateways as route targets. The gateway must be in the table's VPC and available. */
@Component
class NatGatewayTarget extends VpcRouteTarget<NatGatewayEntity> {

    private final NatGatewayService gateways;

    NatGatewayTarget(NatGatewayService gateways) {
        super(NatGatewayService.KIND.prefix(), "NAT gateway");
        this.gateways = gateways;
    }

    @Override
    Optional<NatGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id).filter(NatGatewayEntity::isAvailable);
    }

    @Override
    boolean belongsTo(NatGatewayEntity gateway, Scope scope, String vpcId) {
        return gateway.vpcId().equals(vpcId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.available(scope, targetIds);
    }
}
