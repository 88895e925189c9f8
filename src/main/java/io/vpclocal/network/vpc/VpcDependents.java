package io.vpclocal.network.vpc;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** VPCs use DHCP option sets. */
@Component
class VpcDependents implements Dependents {

    private final Vpcs vpcs;

    VpcDependents(Vpcs vpcs) {
        this.vpcs = vpcs;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return resourceId.startsWith("dopt-") && vpcs.anyWithDhcpOptions(scope.account(), scope.region(), resourceId);
    }
}
