package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.Scope;

/**
 * Where a group is that a rule names and that belongs to the VPC behind a peering connection. Both VPCs are of one Region:
 * rules cannot name groups of another.
 */
record PeerGroup(String account, String vpcId, String connectionId) {

    Scope scope(String region) {
        return new Scope(account, region);
    }
}
