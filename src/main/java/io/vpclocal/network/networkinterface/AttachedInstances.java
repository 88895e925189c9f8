package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;

/**
 * The state of the instances that network interfaces are attached to. Implemented by the module that owns instances.
 */
public interface AttachedInstances {

    /** The stopped instances among the given ones, in one query. */
    Set<String> stopped(Scope scope, Collection<String> instanceIds);
}
