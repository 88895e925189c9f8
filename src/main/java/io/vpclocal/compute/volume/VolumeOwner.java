package io.vpclocal.compute.volume;

import io.vpclocal.network.region.Regions;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class VolumeOwner extends ResourceOwner<VolumeEntity> {

    private final Regions regions;

    VolumeOwner(VolumeRepository volumes, TagStore tags, Regions regions) {
        super(Volumes.KIND, volumes, tags);
        this.regions = regions;
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VolumeEntity volume) {
        Map<String, List<String>> keys = new HashMap<>();
        keys.put("ec2:VolumeID", List.of(volume.id()));
        keys.put("ec2:AvailabilityZone", List.of(volume.availabilityZone()));
        regions.zone(volume.region(), volume.availabilityZone())
                .ifPresent(zone -> keys.put("ec2:AvailabilityZoneId", List.of(zone.id())));
        keys.put("ec2:Encrypted", List.of(String.valueOf(volume.encrypted())));
        keys.put("ec2:VolumeSize", List.of(String.valueOf(volume.sizeGib())));
        keys.put("ec2:VolumeType", List.of(volume.volumeType()));
        if (volume.iops() != null) {
            keys.put("ec2:VolumeIops", List.of(volume.iops().toString()));
        }
        if (volume.throughput() != null) {
            keys.put("ec2:VolumeThroughput", List.of(volume.throughput().toString()));
        }
        return keys;
    }
}
