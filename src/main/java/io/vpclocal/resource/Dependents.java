package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;

/** Implemented by whatever uses resources of others, so that those are not deleted under it. */
public interface Dependents {

    /** True if something here uses the resource with that id, of whatever kind it is. */
    boolean dependOn(Scope scope, String resourceId);
}
