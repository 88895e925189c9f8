package io.vpclocal.network.internetgateway;

import io.vpclocal.protocol.Scope;

/**
 * Implemented by modules that map public addresses to interfaces. A VPC with such an address keeps its internet
 * gateway.
 */
public interface MappedAddresses {

    /** True if an interface of the VPC has a public address. */
    boolean anyIn(Scope scope, String vpcId);
}
