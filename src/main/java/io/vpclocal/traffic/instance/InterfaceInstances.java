package io.vpclocal.traffic.instance;

import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.network.networkinterface.AttachedInstances;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The instances of network interfaces. Subnets for IPv6 only need Nitro instances (VPC User Guide, AWS services that support
 * IPv6). Our guess: stopping instances are stopped.
 */
@Component
class InterfaceInstances implements AttachedInstances {

    private final InstanceRepository instances;
    private final InstanceTypes types;

    InterfaceInstances(InstanceRepository instances, InstanceTypes types) {
        this.instances = instances;
        this.types = types;
    }

    @Override
    public Set<String> stopped(Scope scope, Collection<String> instanceIds) {
        return instanceIds.isEmpty()
                ? Set.of()
                : Set.copyOf(instances.stoppedIds(scope.account(), scope.region(), instanceIds));
    }

    @Override
    public Optional<Capacity> capacity(Scope scope, String instanceId) {
        return instances
                .find(scope, instanceId)
                .flatMap(instance -> types.find(instance.instanceType()))
                .map(type -> new Capacity(
                        type.name(),
                        type.interfaces(),
                        type.ipv4PerInterface(),
                        type.ipv6PerInterface(),
                        !"xen".equals(type.hypervisor())));
    }
}
