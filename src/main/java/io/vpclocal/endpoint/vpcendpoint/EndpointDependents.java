package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/**
 * An endpoint needs its VPC, its subnets and its groups. Route tables can be deleted under a gateway endpoint: AWS lets its
 * route go with the table.
 */
@Component
class EndpointDependents implements Dependents {

    private final VpcEndpoints endpoints;

    EndpointDependents(VpcEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        if (resourceId.startsWith("vpc-")) {
            return endpoints.anyInVpc(scope.account(), scope.region(), resourceId);
        }
        if (resourceId.startsWith("subnet-")) {
            return endpoints.anyInSubnet(scope.account(), scope.region(), resourceId);
        }
        return resourceId.startsWith("sg-") && endpoints.anyInGroup(scope.account(), scope.region(), resourceId);
    }
}
