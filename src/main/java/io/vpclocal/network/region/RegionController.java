package io.vpclocal.network.region;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;

/** Describes Regions and zones. Accounts have enabled every Region of their partition, so all are returned. */
@AwsController
class RegionController {

    private static final Describe<Region> REGIONS = Describe.<Region>filters()
            .filter("region-name", Region::name)
            .filter("endpoint", Region::ec2Endpoint)
            .filter("opt-in-status", Region::optInStatus)
            .build();

    private static final Describe<AvailabilityZone> ZONES = Describe.<AvailabilityZone>filters()
            .filter("group-long-name", AvailabilityZone::groupLongName)
            .filter("group-name", AvailabilityZone::groupName)
            .filter("message", zone -> null)
            .filter("opt-in-status", zone -> RegionWire.ZONE_OPT_IN)
            .filter("parent-zone-id", zone -> null)
            .filter("parent-zone-name", zone -> null)
            .filter("region-name", AvailabilityZone::region)
            .filter("state", zone -> RegionWire.ZONE_STATE)
            .filter("zone-id", AvailabilityZone::id)
            .filter("zone-name", AvailabilityZone::name)
            .filter("zone-type", zone -> RegionWire.ZONE_TYPE)
            .build();

    private final Regions regions;
    private final Describer describer;

    RegionController(Regions regions, Describer describer) {
        this.regions = regions;
        this.describer = describer;
    }

    @AwsAction
    DescribeRegionsResponse describeRegions(DescribeRegionsRequest request, Call call) {
        Scope scope = call.scope();
        List<Region> visible = regions.all().stream()
                .filter(region -> region.partition().equals(scope.partition()))
                .toList();
        List<Region> wanted = named(visible, Region::name, request.regionNames(), RegionErrors::unknownRegion);
        return DescribeRegionsResponse.builder()
                .regions(describer
                        .page(REGIONS, wanted, Region::name, call.action(), scope, request.filters(), null, null)
                        .map(RegionWire::toWire))
                .build();
    }

    @AwsAction
    DescribeAvailabilityZonesResponse describeAvailabilityZones(DescribeAvailabilityZonesRequest request, Call call) {
        Scope scope = call.scope();
        List<AvailabilityZone> wanted =
                regions.find(scope.region()).map(Region::zones).orElse(List.of());
        wanted = named(wanted, AvailabilityZone::name, request.zoneNames(), RegionErrors::unknownZone);
        wanted = named(wanted, AvailabilityZone::id, request.zoneIds(), RegionErrors::unknownZoneId);
        return DescribeAvailabilityZonesResponse.builder()
                .availabilityZones(describer
                        .page(
                                ZONES,
                                wanted,
                                AvailabilityZone::name,
                                call.action(),
                                scope,
                                request.filters(),
                                null,
                                null)
                        .map(RegionWire::toWire))
                .build();
    }

    /** The items with the given names; all items if no name is given. */
    private static <T> List<T> named(
            List<T> items, Function<T, String> name, List<String> wanted, Function<String, RuntimeException> unknown) {
        List<String> present = items.stream().map(name).toList();
        wanted.stream().filter(one -> !present.contains(one)).findFirst().ifPresent(one -> {
            throw unknown.apply(one);
        });
        return wanted.isEmpty()
                ? items
                : items.stream()
                        .filter(item -> wanted.contains(name.apply(item)))
                        .toList();
    }
}
