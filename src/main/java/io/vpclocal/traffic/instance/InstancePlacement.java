package io.vpclocal.traffic.instance;

import io.vpclocal.compute.placementgroup.PlacementGroups;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The placement group that an instance is in. A terminated instance keeps it, even if the group is deleted.
 *
 * @param partitionNumber null for groups without partitions
 */
@Embeddable
record InstancePlacement(
        @Column(name = "placement_group_id", updatable = false, length = 64)
        String groupId,

        @Column(name = "placement_group_name", updatable = false, length = 255)
        String groupName,

        @Column(updatable = false) @Nullable Integer partitionNumber) {

    String groupArn(Scope scope) {
        return PlacementGroups.arn(scope, groupName);
    }
}
