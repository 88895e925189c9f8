package io.vpclocal.compute.volume;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DetachVolumeRequest;

/** Condition keys of volumes to create, and the instances of volumes to detach. */
@Component
class VolumeAttributes implements RequestAttributes {

    private final Volumes volumes;
    private final Regions regions;

    VolumeAttributes(Volumes volumes, Regions regions) {
        this.volumes = volumes;
        this.regions = regions;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:CreateVolume", "ec2:DetachVolume");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        if (request instanceof DetachVolumeRequest detach && detach.instanceId() == null) {
            return Optional.ofNullable(detach.volumeId())
                    .flatMap(id -> volumes.find(call.scope(), id))
                    .map(VolumeEntity::instanceId)
                    .map(id -> Map.of("instance", List.of(id)))
                    .orElse(Map.of());
        }
        return Map.of();
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        if (!(request instanceof CreateVolumeRequest create)) {
            return Map.of();
        }
        Map<String, List<String>> keys = new HashMap<>();
        String zone = create.availabilityZone() == null ? create.availabilityZoneId() : create.availabilityZone();
        Optional.ofNullable(zone)
                .flatMap(given -> regions.zone(call.scope().region(), given))
                .ifPresent(found -> {
                    keys.put("ec2:AvailabilityZone", List.of(found.name()));
                    keys.put("ec2:AvailabilityZoneId", List.of(found.id()));
                });
        keys.put("ec2:Encrypted", List.of(String.valueOf(isTrue(create.encrypted()))));
        keys.put("ec2:VolumeType", List.of(Objects.requireNonNullElse(create.volumeTypeAsString(), "gp2")));
        put(keys, "ec2:VolumeSize", create.size());
        put(keys, "ec2:VolumeIops", create.iops());
        put(keys, "ec2:VolumeThroughput", create.throughput());
        put(keys, "ec2:KmsKeyId", create.kmsKeyId());
        return keys;
    }

    private static void put(Map<String, List<String>> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, List.of(value.toString()));
        }
    }
}
