package io.vpclocal.network.peering;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/**
 * A VPC for which another account's request waits to be accepted or rejected cannot be deleted (Amazon VPC Peering Guide:
 * Delete a VPC peering connection).
 */
@Component
class PeeringDependents implements Dependents {

    private final Peerings peerings;

    PeeringDependents(Peerings peerings) {
        this.peerings = peerings;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return resourceId.startsWith("vpc-")
                && peerings.ofVpc(scope, resourceId).stream()
                        .anyMatch(connection -> connection.state().requested()
                                && connection.accepter().equals(new PeeredVpc(scope, resourceId))
                                && !connection.requester().scope().account().equals(scope.account()));
    }
}
