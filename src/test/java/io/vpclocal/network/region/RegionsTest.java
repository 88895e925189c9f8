package io.vpclocal.network.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.RegionMetadata;

class RegionsTest {

    private final Regions regions = Regions.load();

    /** From the endpoint metadata in the AWS SDK for Java. */
    @Test
    void theCommercialRegionsAreThoseTheSdkKnows() {
        var expected = software.amazon.awssdk.regions.Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> RegionMetadata.of(region) != null)
                .filter(region -> RegionMetadata.of(region).partition().id().equals("aws"))
                .map(region -> region.id())
                .collect(Collectors.toSet());

        assertThat(regions.all())
                .filteredOn(region -> region.partition().equals("aws"))
                .extracting(Region::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** From the endpoint metadata in the AWS SDK for Java. */
    @Test
    void namesAndSuffixesAreThoseOfTheSdk() {
        assertThat(regions.all()).allSatisfy(region -> {
            var metadata =
                    software.amazon.awssdk.regions.Region.of(region.name()).metadata();
            assertThat(region.longName()).isEqualTo(metadata.description());
            assertThat(region.partition()).isEqualTo(metadata.partition().id());
            assertThat(region.dnsSuffix()).isEqualTo(metadata.partition().dnsSuffix());
        });
    }

    /** AWS documentation, AWS Account Management Guide: "Enable or disable AWS Regions in your account". */
    @ParameterizedTest
    @CsvSource({
        "us-east-1, opt-in-not-required",
        "sa-east-1, opt-in-not-required",
        "ap-northeast-3, opt-in-not-required",
        "af-south-1, opted-in",
        "ap-east-1, opted-in",
        "eu-south-1, opted-in",
        "mx-central-1, opted-in"
    })
    void regionsSinceHongKongAreOptIn(String region, String status) {
        assertThat(regions.find(region).orElseThrow().optInStatus()).isEqualTo(status);
    }

    /** Zone counts: AWS documentation, "AWS Availability Zones". The mapping of letters to ids is our choice. */
    @ParameterizedTest
    @CsvSource({
        "us-east-1a, use1-az6",
        "us-east-1b, use1-az1",
        "us-east-1f, use1-az5",
        "us-west-2d, usw2-az4",
        "eu-west-1c, euw1-az3",
        "ap-northeast-1d, apne1-az2",
        "ca-central-1d, cac1-az4",
        "us-gov-west-1a, usgw1-az1",
        "cn-northwest-1b, cnnw1-az2"
    })
    void zone_isFoundByNameAndById(String name, String id) {
        String region = name.substring(0, name.length() - 1);

        var zone = regions.zone(region, name).orElseThrow();

        assertThat(zone.id()).isEqualTo(id);
        assertThat(regions.zone(region, id)).contains(zone);
        assertThat(zone.groupName()).isEqualTo(region + "-zg-1");
        assertThat(zone.networkBorderGroup()).isEqualTo(region);
    }

    @Test
    void zone_ofAnotherRegionIsNotFound() {
        assertThat(regions.zone("us-east-1", "us-west-2a")).isEmpty();
        assertThat(regions.zone("mars-north-1", "mars-north-1a")).isEmpty();
        assertThat(regions.zone("ap-northeast-1", "ap-northeast-1b")).isEmpty();
    }

    /** AWS documentation, General Reference: "Amazon EC2 endpoints and quotas". */
    @Test
    void ec2Endpoint_usesTheSuffixOfThePartition() {
        assertThat(regions.find("eu-west-3").orElseThrow().ec2Endpoint()).isEqualTo("ec2.eu-west-3.amazonaws.com");
        assertThat(regions.find("cn-north-1").orElseThrow().ec2Endpoint()).isEqualTo("ec2.cn-north-1.amazonaws.com.cn");
    }

    @Test
    void zoneIdsAreUniqueAndZonesAreOrdered() {
        var zones = regions.all().stream()
                .flatMap(region -> region.zones().stream())
                .toList();

        assertThat(zones).extracting(AvailabilityZone::id).doesNotHaveDuplicates();
        assertThat(regions.all()).allSatisfy(region -> assertThat(region.zones())
                .hasSizeBetween(2, 6)
                .extracting(AvailabilityZone::name)
                .isSorted());
    }
}
