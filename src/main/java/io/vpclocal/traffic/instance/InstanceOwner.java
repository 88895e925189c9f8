package io.vpclocal.traffic.instance;

import io.vpclocal.compute.profile.ProfileAssociations;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class InstanceOwner extends ResourceOwner<InstanceEntity> {

    private final InstanceRepository instances;
    private final Regions regions;
    private final ProfileAssociations profiles;

    InstanceOwner(InstanceRepository instances, TagStore tags, Regions regions, ProfileAssociations profiles) {
        super(Instances.KIND, instances, tags);
        this.instances = instances;
        this.regions = regions;
        this.profiles = profiles;
    }

    @Override
    protected Map<String, List<String>> conditionKeys(InstanceEntity instance) {
        InstanceSettings settings = instance.settings();
        Map<String, List<String>> keys = new HashMap<>(settings.metadata().conditionKeys());
        keys.put("ec2:InstanceID", List.of(instance.id()));
        keys.put("ec2:InstanceType", List.of(instance.instanceType()));
        keys.put("ec2:AvailabilityZone", List.of(instance.availabilityZone()));
        keys.put("ec2:AvailabilityZoneId", zoneId(instance));
        keys.put("ec2:Tenancy", List.of(settings.tenancy()));
        keys.put("ec2:EbsOptimized", List.of(String.valueOf(settings.ebsOptimized())));
        keys.put("ec2:RootDeviceType", List.of("ebs"));
        keys.put("ec2:InstanceMarketType", List.of(instance.spotRequestId().isPresent() ? "spot" : "on-demand"));
        instance.placement()
                .ifPresent(placement -> keys.put("ec2:PlacementGroup", List.of(placement.groupArn(instance.scope()))));
        profiles.ofInstances(instance.scope(), List.of(instance.id()))
                .forEach(profile -> keys.put("ec2:InstanceProfile", List.of(profile.profileArn())));
        return keys;
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
