package io.vpclocal.network.subnet;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A subnet uses its VPC and the VPC's CIDR blocks that contain its own. */
@Component
class SubnetDependents implements Dependents {

    private final Subnets subnets;

    SubnetDependents(Subnets subnets) {
        this.subnets = subnets;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        if (VpcService.KIND.wellFormed(resourceId)) {
            return subnets.countOfVpc(scope.account(), scope.region(), resourceId) > 0;
        }
        return resourceId.startsWith("vpc-cidr-assoc-")
                && subnets.countInVpcBlock(scope.account(), scope.region(), resourceId) > 0;
    }
}
