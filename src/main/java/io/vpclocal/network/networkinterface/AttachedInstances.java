package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The instances that network interfaces are attached to. Implemented by the module that owns instances.
 */
public interface AttachedInstances {

    /** The stopped instances among the given ones, in one query. */
    Set<String> stopped(Scope scope, Collection<String> instanceIds);

    /** What the type of an instance allows; empty if the instance or its type is not known. */
    Optional<Capacity> capacity(Scope scope, String instanceId);

    /**
     * The network of an instance type.
     *
     * @param type its name
     * @param ipv4 the number of IPv4 addresses and prefixes of one interface; {@code ipv6} of IPv6, 0 without support
     * @param ipv6Only whether an interface can have IPv6 addresses only
     */
    record Capacity(String type, int interfaces, int ipv4, int ipv6, boolean ipv6Only) {}
}
