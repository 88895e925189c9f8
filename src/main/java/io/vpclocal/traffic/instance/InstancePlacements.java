package io.vpclocal.traffic.instance;

import io.vpclocal.compute.placementgroup.PlacementGroupEntity;
import io.vpclocal.compute.placementgroup.PlacementGroups;
import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Placement;

/** Launches into placement groups (User Guide for instances, placement groups). */
@Component
class InstancePlacements {

    private final PlacementGroups groups;
    private final InstanceRepository instances;

    InstancePlacements(PlacementGroups groups, InstanceRepository instances) {
        this.groups = groups;
        this.instances = instances;
    }

    /**
     * Reads and locks the group of a launch.
     *
     * @param type empty for a type that is not known
     * @return null for a launch into no group
     * @throws io.vpclocal.protocol.AwsException if the group does not exist, or the launch does not suit it
     */
    @Nullable
    LaunchPlacement plan(Scope scope, @Nullable Placement wanted, Optional<InstanceType> type) {
        String id = wanted == null ? null : Params.given(wanted.groupId());
        String name = wanted == null ? null : Params.given(wanted.groupName());
        Integer partition = wanted == null ? null : wanted.partitionNumber();
        if (id != null && name != null) {
            throw Ec2Errors.notTogether("GroupId", "GroupName");
        }
        if (id == null && name == null) {
            if (partition != null) {
                throw PlacementErrors.noPartitions();
            }
            return null;
        }
        PlacementGroupEntity group =
                id != null ? groups.lock(scope, id) : groups.lockNamed(scope, Objects.requireNonNull(name));
        type.filter(known -> !known.placementStrategies().contains(group.strategy()))
                .ifPresent(known -> {
                    throw PlacementErrors.strategy(group.strategy(), known.name());
                });
        if (partition != null) {
            requirePartition(group, partition);
        }
        return new LaunchPlacement(group, partition);
    }

    private static void requirePartition(PlacementGroupEntity group, int partition) {
        int count = group.partitionCount().orElseThrow(PlacementErrors::noPartitions);
        if (partition < 1 || partition > count) {
            throw PlacementErrors.noSuchPartition(partition, count);
        }
    }

    /**
     * The place of one more instance. Without a wish it goes to the partition with the fewest instances.
     *
     * @throws io.vpclocal.protocol.AwsException if the group is in another zone
     */
    @Nullable
    InstancePlacement place(Scope scope, @Nullable LaunchPlacement wanted, String zone) {
        if (wanted == null) {
            return null;
        }
        PlacementGroupEntity group = wanted.group();
        List<InstanceEntity> present = instances.ofGroup(scope, group.id());
        if (group.ofOneZone()) {
            present.stream()
                    .map(InstanceEntity::availabilityZone)
                    .filter(other -> !other.equals(zone))
                    .findFirst()
                    .ifPresent(other -> {
                        throw PlacementErrors.otherZone(group.name(), other);
                    });
        }
        Integer partition = wanted.partitionNumber() != null
                ? wanted.partitionNumber()
                : group.partitionCount().map(count -> emptiest(present, count)).orElse(null);
        return new InstancePlacement(group.id(), group.name(), partition);
    }

    private static int emptiest(List<InstanceEntity> present, int count) {
        return IntStream.rangeClosed(1, count)
                .boxed()
                .min(Comparator.comparingLong(number -> present.stream()
                        .flatMap(instance -> instance.placement().stream())
                        .filter(placement -> number.equals(placement.partitionNumber()))
                        .count()))
                .orElseThrow();
    }
}
