package io.vpclocal.network.natgateway;

import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A NAT gateway uses its subnet and its VPC until it is deleted. */
@Component
class NatGatewayDependents implements Dependents {

    private final NatGateways gateways;

    NatGatewayDependents(NatGateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return (SubnetService.KIND.wellFormed(resourceId) || VpcService.KIND.wellFormed(resourceId))
                && gateways.countAvailableIn(scope.account(), scope.region(), resourceId) > 0;
    }
}
