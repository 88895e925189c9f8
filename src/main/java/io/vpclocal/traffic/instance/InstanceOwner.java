package io.vpclocal.traffic.instance;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class InstanceOwner extends ResourceOwner<InstanceEntity> {

    private final InstanceRepository instances;
    private final Regions regions;

    InstanceOwner(InstanceRepository instances, TagStore tags, Regions regions) {
        super(Instances.KIND, instances, tags);
        this.instances = instances;
        this.regions = regions;
    }

    @Override
    protected Map<String, List<String>> conditionKeys(InstanceEntity instance) {
        return Map.of(
                "ec2:InstanceID", List.of(instance.id()),
                "ec2:InstanceType", List.of(instance.instanceType()),
                "ec2:AvailabilityZone", List.of(instance.availabilityZone()),
                "ec2:AvailabilityZoneId", zoneId(instance),
                "ec2:Tenancy", List.of("default"));
    }

    private List<String> zoneId(InstanceEntity instance) {
        return regions.zone(instance.scope().region(), instance.availabilityZone()).map(AvailabilityZone::id).stream()
                .toList();
    }

    /** A terminated instance is only described: nothing can be attached to it or routed to it. */
    @Override
    public boolean exists(Scope scope, String id) {
        return !existing(scope, Set.of(id)).isEmpty();
    }

    @Override
    public Set<String> existing(Scope scope, Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(instances.liveIds(scope.account(), scope.region(), ids));
    }
}
