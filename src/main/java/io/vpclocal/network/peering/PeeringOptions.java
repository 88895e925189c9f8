package io.vpclocal.network.peering;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Whether the public DNS names of a side's VPC resolve to private addresses for the other VPC.
 *
 * @param requester null to leave the requester's side as it is
 * @param accepter null to leave the accepter's side as it is
 */
record PeeringOptions(@Nullable Boolean requester, @Nullable Boolean accepter) {

    /** @throws AwsException {@code OperationNotPermitted} if a side is of another account or Region */
    void requirePermitted(Scope scope, VpcPeeringConnectionEntity connection) {
        if (requester != null) {
            requireOwn(scope, connection.requester(), "requester", "Requester");
        }
        if (accepter != null) {
            requireOwn(scope, connection.accepter(), "accepter", "Accepter");
        }
    }

    private static void requireOwn(Scope scope, PeeredVpc side, String name, String title) {
        if (!side.scope().account().equals(scope.account())) {
            throw PeeringErrors.optionsOfOtherAccount(scope.account(), name);
        }
        if (!side.scope().region().equals(scope.region())) {
            throw PeeringErrors.optionsOfOtherRegion(title);
        }
    }
}
