package io.vpclocal.traffic.instance;

import software.amazon.awssdk.services.ec2.model.Placement;

/** The places of instances as the API shows them. */
final class PlacementWire {

    private PlacementWire() {}

    /** An instance in no placement group has an empty name of it (recorded from AWS). */
    static Placement toWire(InstanceEntity of, String zoneId) {
        return Placement.builder()
                .availabilityZone(of.availabilityZone())
                .availabilityZoneId(zoneId)
                .tenancy(of.settings().tenancy())
                .groupName(of.placement().map(InstancePlacement::groupName).orElse(""))
                .groupId(of.placement().map(InstancePlacement::groupId).orElse(null))
                .partitionNumber(
                        of.placement().map(InstancePlacement::partitionNumber).orElse(null))
                .build();
    }
}
