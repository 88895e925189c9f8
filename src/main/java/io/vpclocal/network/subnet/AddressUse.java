package io.vpclocal.network.subnet;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Map;

/** Implemented by modules that use addresses of subnets, to count the free ones. */
public interface AddressUse {

    /** The number of used IPv4 addresses by subnet id. Subnets without any may be absent. */
    Map<String, Long> ipv4(Scope scope, Collection<String> subnetIds);

    /** True if an IPv6 address of the subnet is in use. */
    boolean ipv6(Scope scope, String subnetId);
}
