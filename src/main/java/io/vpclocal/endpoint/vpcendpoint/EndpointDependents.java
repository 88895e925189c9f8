package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/**
 * An endpoint uses its VPC, its subnets, and its security groups. Route tables of a gateway endpoint can be deleted:
 * AWS deletes the endpoint's route with the table.
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
