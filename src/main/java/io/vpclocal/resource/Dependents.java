package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;

/** Implemented by modules that use resources of other modules, so that those cannot be deleted while in use. */
public interface Dependents {

    /** True if the module uses the resource with that id, of any type. */
    boolean dependOn(Scope scope, String resourceId);
}
