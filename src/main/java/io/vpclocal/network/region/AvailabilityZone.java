package io.vpclocal.network.region;

/**
 * One Availability Zone as DescribeAvailabilityZones shows it.
 *
 * @param region the Region it belongs to, {@code us-east-1}
 * @param name the zone name, {@code us-east-1a}
 * @param id the zone id, {@code use1-az6}
 * @param groupName the zone group, {@code us-east-1-zg-1}
 * @param groupLongName the group as the console shows it, {@code US East (N. Virginia) 1}
 */
public record AvailabilityZone(String region, String name, String id, String groupName, String groupLongName) {

    /** The set of zones from which AWS advertises addresses; for an Availability Zone that is its whole Region. */
    public String networkBorderGroup() {
        return region;
    }
}
