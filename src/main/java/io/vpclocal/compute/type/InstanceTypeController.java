package io.vpclocal.compute.type;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Region;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;

@AwsController
class InstanceTypeController {

    private static final int MOST = 100;
    private static final String EVERYWHERE = "differences between Regions and zones (every type is offered in each)";
    private static final Describe<InstanceType> FILTERS = InstanceTypeFilters.all();

    private static final Describe<Offering> OFFERINGS = Describe.<Offering>filters()
            .filter("instance-type", Offering::type)
            .filter("location", Offering::location)
            .maxResults(MaxResults.classic(5, 1000))
            .build();

    private record Offering(String type, String location) {

        String key() {
            return type + " " + location;
        }
    }

    private final InstanceTypes types;
    private final Regions regions;
    private final Describer describer;

    InstanceTypeController(InstanceTypes types, Regions regions, Describer describer) {
        this.types = types;
        this.regions = regions;
        this.describer = describer;
    }

    @AwsAction(missing = EVERYWHERE)
    DescribeInstanceTypesResponse describeInstanceTypes(DescribeInstanceTypesRequest request, Call call) {
        Page<InstanceType> page = describer.page(
                FILTERS,
                wanted(request.instanceTypesAsStrings()),
                InstanceType::name,
                "DescribeInstanceTypes" + request.instanceTypesAsStrings(),
                call.scope(),
                request.filters(),
                request.maxResults() == null ? Integer.valueOf(MOST) : request.maxResults(),
                request.nextToken());
        return DescribeInstanceTypesResponse.builder()
                .instanceTypes(page.map(InstanceTypeWire::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction(missing = EVERYWHERE)
    DescribeInstanceTypeOfferingsResponse describeInstanceTypeOfferings(
            DescribeInstanceTypeOfferingsRequest request, Call call) {
        String by = Objects.requireNonNullElse(request.locationTypeAsString(), "region");
        Page<Offering> page = describer.page(
                OFFERINGS,
                offerings(locations(call, by)),
                Offering::key,
                "DescribeInstanceTypeOfferings" + by,
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeInstanceTypeOfferingsResponse.builder()
                .instanceTypeOfferings(page.map(offering -> InstanceTypeOffering.builder()
                        .instanceType(offering.type())
                        .locationType(by)
                        .location(offering.location())
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }

    private List<InstanceType> wanted(List<String> names) {
        if (names.size() > MOST) {
            throw InstanceTypeErrors.tooMany(MOST);
        }
        List<String> unknown =
                names.stream().filter(name -> types.find(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw InstanceTypeErrors.unknown(unknown);
        }
        return types.all().stream()
                .filter(type -> names.isEmpty() || names.contains(type.name()))
                .toList();
    }

    private List<Offering> offerings(List<String> locations) {
        List<Offering> offerings = new ArrayList<>();
        for (InstanceType type : types.all()) {
            locations.forEach(location -> offerings.add(new Offering(type.name(), location)));
        }
        return offerings;
    }

    /** Outposts have no offerings here. */
    private List<String> locations(Call call, String by) {
        String region = call.scope().region();
        Collection<AvailabilityZone> zones =
                regions.find(region).map(Region::zones).orElse(List.of());
        return switch (by) {
            case "region" -> List.of(region);
            case "availability-zone" ->
                zones.stream().map(AvailabilityZone::name).toList();
            case "availability-zone-id" ->
                zones.stream().map(AvailabilityZone::id).toList();
            default -> List.of();
        };
    }
}
