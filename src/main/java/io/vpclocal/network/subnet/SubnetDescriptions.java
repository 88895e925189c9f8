package io.vpclocal.network.subnet;

import io.vpclocal.network.InternetBlockModes;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;

/** DescribeSubnets. */
@Component
class SubnetDescriptions {

    private static final String COUNT_FILTER = "available-ip-address-count";

    private final Subnets subnets;
    private final SubnetAddresses addresses;
    private final InternetBlockModes blockModes;
    private final Describer describer;

    SubnetDescriptions(Subnets subnets, SubnetAddresses addresses, InternetBlockModes blockModes, Describer describer) {
        this.subnets = subnets;
        this.addresses = addresses;
        this.blockModes = blockModes;
        this.describer = describer;
    }

    DescribeSubnetsResponse describe(Scope scope, DescribeSubnetsRequest request) {
        Page<SubnetEntity> page = describer.page(
                filters(counts(scope, request)),
                SubnetEntity.class,
                SubnetService.KIND,
                scope,
                request.subnetIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        Map<String, Long> available = addresses.available(scope, page.items());
        InternetBlockModes.Modes modes = blockModes.of(scope);
        return DescribeSubnetsResponse.builder()
                .subnets(page.map(
                        (subnet, tags) -> SubnetWire.described(
                                subnet,
                                tags,
                                available.getOrDefault(subnet.id(), 0L),
                                modes.subnet(subnet.id(), subnet.vpcId())),
                        SubnetEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    /** The count is not stored. Only this filter reads the counts of all subnets. */
    private Map<String, Long> counts(Scope scope, DescribeSubnetsRequest request) {
        boolean wanted = request.filters().stream().anyMatch(filter -> COUNT_FILTER.equals(filter.name()));
        if (!wanted) {
            return Map.of();
        }
        List<SubnetEntity> asked =
                request.subnetIds().isEmpty() ? subnets.findAll(scope) : subnets.findAll(scope, request.subnetIds());
        return addresses.available(scope, asked);
    }

    private static Describe<SubnetEntity> filters(Map<String, Long> counts) {
        return Describe.<SubnetEntity>filters()
                .column("subnet-id", "resourceId", SubnetEntity::id)
                .column("vpc-id", "vpcId", SubnetEntity::vpcId)
                .column("availability-zone", "availabilityZone", SubnetEntity::availabilityZone)
                .column("availabilityZone", "availabilityZone", SubnetEntity::availabilityZone)
                .column("availability-zone-id", "availabilityZoneId", SubnetEntity::availabilityZoneId)
                .column("availabilityZoneId", "availabilityZoneId", SubnetEntity::availabilityZoneId)
                .filter(COUNT_FILTER, subnet -> counts.get(subnet.id()))
                .filter("cidr-block", SubnetEntity::cidrBlock)
                .filter("cidr", SubnetEntity::cidrBlock)
                .filter("cidrBlock", SubnetEntity::cidrBlock)
                .filter("customer-owned-ipv4-pool", subnet -> null)
                .filter("default-for-az", SubnetEntity::isDefaultForAz)
                .filter("defaultForAz", SubnetEntity::isDefaultForAz)
                .filter("enable-dns64", SubnetEntity::dns64)
                .filter("enable-lni-at-device-index", subnet -> null)
                .filter("ipv6-cidr-block-association.ipv6-cidr-block", SubnetEntity::ipv6CidrBlock)
                .filter("ipv6-cidr-block-association.association-id", SubnetEntity::ipv6AssociationId)
                .filter(
                        "ipv6-cidr-block-association.state",
                        subnet -> subnet.ipv6CidrBlock() == null ? null : "associated")
                .filter("ipv6-native", SubnetEntity::ipv6Native)
                .filter("map-customer-owned-ip-on-launch", subnet -> false)
                .filter("map-public-ip-on-launch", SubnetEntity::mapPublicIpOnLaunch)
                .filter("outpost-arn", subnet -> null)
                .filter("owner-id", SubnetEntity::account)
                .filter("private-dns-name-options-on-launch.hostname-type", SubnetEntity::hostnameType)
                .filter(
                        "private-dns-name-options-on-launch.enable-resource-name-dns-a-record",
                        SubnetEntity::resourceNameDnsARecord)
                .filter(
                        "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record",
                        SubnetEntity::resourceNameDnsAaaaRecord)
                .filter("state", subnet -> "available")
                .filter("subnet-arn", SubnetEntity::arn)
                .tags()
                .maxResults(MaxResults.named(5, 1000))
                .idsExcludePaging("SubnetIds")
                .build();
    }
}
