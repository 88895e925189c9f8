package io.vpclocal.traffic.instance;

import io.vpclocal.compute.volume.AttachableInstances;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Instances as what volumes are attached to. */
@Component
class VolumeInstances implements AttachableInstances {

    private final InstanceRepository instances;

    VolumeInstances(InstanceRepository instances) {
        this.instances = instances;
    }

    @Override
    public Optional<Attachable> find(Scope scope, String instanceId) {
        return instances
                .find(scope, instanceId)
                .filter(instance -> !instance.terminated())
                .map(instance -> new Attachable(
                        instance.availabilityZone(),
                        instance.settings().rootDevice(),
                        instance.phase() == InstancePhase.STARTED));
    }
}
