package io.vpclocal.network.subnet;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Map;

/** Implemented by whatever takes addresses of subnets, so that a subnet can tell how many are left. */
public interface AddressUse {

    /** How many IPv4 addresses of each subnet are taken, by subnet id; subnets without any may be left out. */
    Map<String, Long> ipv4(Scope scope, Collection<String> subnetIds);

    /** True if an IPv6 address of the subnet is taken. */
    boolean ipv6(Scope scope, String subnetId);
}
