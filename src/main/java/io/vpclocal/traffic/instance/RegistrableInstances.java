package io.vpclocal.traffic.instance;

import io.vpclocal.loadbalancer.TargetInstances;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Instances as targets of load balancers. */
@Component
class RegistrableInstances implements TargetInstances {

    private final InstanceRepository instances;
    private final InstanceStates states;

    RegistrableInstances(InstanceRepository instances, InstanceStates states) {
        this.instances = instances;
        this.states = states;
    }

    @Override
    public Map<String, TargetInstance> find(Scope scope, Collection<String> instanceIds) {
        Map<String, TargetInstance> found = new HashMap<>();
        for (InstanceEntity each : instances.findAll(scope, instanceIds)) {
            String state = states.of(each).wire();
            found.put(each.id(), new TargetInstance(each.vpcId(), each.availabilityZone(), state));
        }
        return found;
    }
}
