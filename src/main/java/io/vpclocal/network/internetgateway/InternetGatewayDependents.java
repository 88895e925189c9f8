package io.vpclocal.network.internetgateway;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A VPC with an attached gateway cannot be deleted. */
@Component
class InternetGatewayDependents implements Dependents {

    private final InternetGatewayService internetGateways;
    private final EgressOnlyInternetGatewayService egressOnlyGateways;

    InternetGatewayDependents(
            InternetGatewayService internetGateways, EgressOnlyInternetGatewayService egressOnlyGateways) {
        this.internetGateways = internetGateways;
        this.egressOnlyGateways = egressOnlyGateways;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return resourceId.startsWith("vpc-")
                && (internetGateways.attachedTo(scope, resourceId).isPresent()
                        || egressOnlyGateways.attachedTo(scope, resourceId).isPresent());
    }
}
