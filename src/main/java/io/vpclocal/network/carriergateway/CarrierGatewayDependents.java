package io.vpclocal.network.carriergateway;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A VPC with a carrier gateway cannot be deleted. */
@Component
class CarrierGatewayDependents implements Dependents {

    private final CarrierGatewayService gateways;

    CarrierGatewayDependents(CarrierGatewayService gateways) {
        this.gateways = gateways;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return VpcService.KIND.wellFormed(resourceId)
                && gateways.of(scope, resourceId).isPresent();
    }
}
