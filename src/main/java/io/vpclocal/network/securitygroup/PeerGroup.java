package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.Scope;

/**
 * The location of a group in another VPC that a rule refers to. Rules cannot refer to groups of another Region.
 *
 * @param connectionId the peering connection or the transit gateway between the VPCs
 */
record PeerGroup(String account, String vpcId, String connectionId) {

    /** Whether the id is that of a transit gateway. */
    static boolean transitGateway(String connectionId) {
        return connectionId.startsWith("tgw-");
    }

    boolean byTransitGateway() {
        return transitGateway(connectionId);
    }

    Scope scope(String region) {
        return new Scope(account, region);
    }
}
