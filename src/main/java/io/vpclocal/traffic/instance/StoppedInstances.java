package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.AttachedInstances;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Instances whose interfaces neither send nor receive. Our guess: this includes stopping instances. */
@Component
class StoppedInstances implements AttachedInstances {

    private final InstanceRepository instances;

    StoppedInstances(InstanceRepository instances) {
        this.instances = instances;
    }

    @Override
    public Set<String> stopped(Scope scope, Collection<String> instanceIds) {
        return instanceIds.isEmpty()
                ? Set.of()
                : Set.copyOf(instances.stoppedIds(scope.account(), scope.region(), instanceIds));
    }
}
