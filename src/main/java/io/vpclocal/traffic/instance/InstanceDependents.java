package io.vpclocal.traffic.instance;

import io.vpclocal.compute.placementgroup.PlacementGroups;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A placement group with instances cannot be deleted. Terminated instances do not count. */
@Component
class InstanceDependents implements Dependents {

    private final InstanceRepository instances;

    InstanceDependents(InstanceRepository instances) {
        this.instances = instances;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return PlacementGroups.KIND.wellFormed(resourceId)
                && !instances.ofGroup(scope, resourceId).isEmpty();
    }
}
