package io.vpclocal.network.region;

import java.util.List;

/** Regions and zones as the API shows them. */
final class RegionWire {

    static final String ZONE_STATE = "available";
    static final String ZONE_TYPE = "availability-zone";
    static final String ZONE_OPT_IN = "opt-in-not-required";

    private RegionWire() {}

    static software.amazon.awssdk.services.ec2.model.Region toWire(Region region) {
        return software.amazon.awssdk.services.ec2.model.Region.builder()
                .regionName(region.name())
                .endpoint(region.ec2Endpoint())
                .optInStatus(region.optInStatus())
                .build();
    }

    static software.amazon.awssdk.services.ec2.model.AvailabilityZone toWire(AvailabilityZone zone) {
        return software.amazon.awssdk.services.ec2.model.AvailabilityZone.builder()
                .regionName(zone.region())
                .zoneName(zone.name())
                .zoneId(zone.id())
                .groupName(zone.groupName())
                .groupLongName(zone.groupLongName())
                .networkBorderGroup(zone.networkBorderGroup())
                .optInStatus(ZONE_OPT_IN)
                .zoneType(ZONE_TYPE)
                .state(ZONE_STATE)
                .messages(List.of())
                .build();
    }
}
