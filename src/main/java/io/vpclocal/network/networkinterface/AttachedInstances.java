package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;

/** What network interfaces need to know of the instances that they are attached to. The owner of instances tells it. */
public interface AttachedInstances {

    /** Those of the instances that were stopped, in one query. */
    Set<String> stopped(Scope scope, Collection<String> instanceIds);
}
