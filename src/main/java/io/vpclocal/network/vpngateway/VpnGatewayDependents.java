package io.vpclocal.network.vpngateway;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A VPC with an attached virtual private gateway cannot be deleted. */
@Component
class VpnGatewayDependents implements Dependents {

    private final VpnGatewayService gateways;

    VpnGatewayDependents(VpnGatewayService gateways) {
        this.gateways = gateways;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return VpcService.KIND.wellFormed(resourceId)
                && gateways.attachedTo(scope, resourceId).isPresent();
    }
}
