package io.vpclocal.network.region;

import java.util.List;

/**
 * One AWS Region.
 *
 * @param name the Region code, {@code eu-west-1}
 * @param longName the display name, {@code Europe (Ireland)}
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}: the second part of every ARN
 * @param dnsSuffix domain of its service endpoints, {@code amazonaws.com}
 * @param dualStackDnsSuffix domain of its endpoints that also speak IPv6, {@code api.aws}
 * @param optInStatus {@code opt-in-not-required}, or {@code opted-in} for the Regions that accounts must enable first;
 *     every account of the emulator has enabled them
 * @param zones its Availability Zones, ordered by name
 */
public record Region(
        String name,
        String longName,
        String partition,
        String dnsSuffix,
        String dualStackDnsSuffix,
        String optInStatus,
        List<AvailabilityZone> zones) {

    /** The host name of the EC2 API, as DescribeRegions returns it. */
    public String ec2Endpoint() {
        return "ec2." + name + "." + dnsSuffix;
    }
}
