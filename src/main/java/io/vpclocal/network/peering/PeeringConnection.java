package io.vpclocal.network.peering;

import io.vpclocal.protocol.Scope;

/** The current state of a peering connection. */
public record PeeringConnection(String id, PeeredVpc requester, PeeredVpc accepter, PeeringState state) {

    /** True if it carries packets. */
    public boolean active() {
        return state == PeeringState.ACTIVE;
    }

    public boolean sameRegion() {
        return requester.scope().region().equals(accepter.scope().region());
    }

    /** True if both VPCs belong to one account and Region. */
    public boolean withinScope() {
        return requester.scope().equals(accepter.scope());
    }

    public boolean connects(Scope scope, String vpcId) {
        PeeredVpc vpc = new PeeredVpc(scope, vpcId);
        return requester.equals(vpc) || accepter.equals(vpc);
    }

    /** The VPC behind the connection, as seen from the other one. */
    public PeeredVpc behind(Scope scope, String vpcId) {
        return requester.equals(new PeeredVpc(scope, vpcId)) ? accepter : requester;
    }
}
