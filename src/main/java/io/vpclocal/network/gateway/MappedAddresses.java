package io.vpclocal.network.gateway;

import io.vpclocal.protocol.Scope;

/** Implemented by whatever maps public addresses to interfaces: while a VPC has any, its internet gateway stays. */
public interface MappedAddresses {

    /** True if an interface of the VPC has a public address. */
    boolean anyIn(Scope scope, String vpcId);
}
