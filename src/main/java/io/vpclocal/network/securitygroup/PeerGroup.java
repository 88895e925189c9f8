package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.Scope;

/** The location of a group in a peer VPC that a rule refers to. Rules cannot refer to groups of another Region. */
record PeerGroup(String account, String vpcId, String connectionId) {

    Scope scope(String region) {
        return new Scope(account, region);
    }
}
