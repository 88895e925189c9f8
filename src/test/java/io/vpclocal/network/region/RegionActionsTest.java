package io.vpclocal.network.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Shapes and filters: AWS documentation, EC2 API Reference, DescribeRegions and DescribeAvailabilityZones. */
@EmulatorTest
class RegionActionsTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
    }

    @Test
    void regionsOfThePartitionAreDescribed() {
        assertThat(ec2.describeRegions().regions())
                .anySatisfy(region -> {
                    assertThat(region.regionName()).isEqualTo("eu-west-1");
                    assertThat(region.endpoint()).isEqualTo("ec2.eu-west-1.amazonaws.com");
                    assertThat(region.optInStatus()).isEqualTo("opt-in-not-required");
                })
                .noneSatisfy(region -> assertThat(region.regionName()).startsWith("cn-"));
        assertThat(ec2.describeRegions(r -> r.regionNames("us-east-1", "eu-west-1"))
                        .regions())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "region-name, eu-west-*, 3",
        "endpoint, ec2.us-east-1.amazonaws.com, 1",
        "opt-in-status, opt-in-not-required, 17"
    })
    void regionFilters(String name, String value, int regions) {
        assertThat(ec2.describeRegions(r -> r.filters(
                                Filter.builder().name(name).values(value).build()))
                        .regions())
                .hasSize(regions);
    }

    /** The text of the first row is our guess, the others are recorded from AWS. */
    @Test
    void unknownNamesAreRefused() {
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid region name: [mars-north-1]",
                () -> ec2.describeRegions(r -> r.regionNames("mars-north-1")));
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid availability zone: [us-east-1z]",
                () -> ec2.describeAvailabilityZones(r -> r.zoneNames("us-east-1a", "us-east-1z")));
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid availability zone-id: [use1-az9]",
                () -> ec2.describeAvailabilityZones(r -> r.zoneIds("use1-az9")));
        Expect.awsError(
                "InvalidParameterValue",
                "The filter 'no-such-filter' is invalid",
                () -> ec2.describeAvailabilityZones(
                        r -> r.filters(filter -> filter.name("no-such-filter").values("x"))));
    }

    @Test
    void zonesOfTheRegionAreDescribed() {
        assertThat(ec2.describeAvailabilityZones(r -> r.allAvailabilityZones(true))
                        .availabilityZones())
                .hasSize(6);
        AvailabilityZone zone = ec2.describeAvailabilityZones(r -> r.zoneNames("us-east-1a"))
                .availabilityZones()
                .get(0);
        assertThat(zone.zoneId()).isEqualTo("use1-az6");
        assertThat(zone.stateAsString()).isEqualTo("available");
        assertThat(zone.zoneType()).isEqualTo("availability-zone");
        assertThat(zone.optInStatusAsString()).isEqualTo("opt-in-not-required");
        assertThat(zone.regionName()).isEqualTo("us-east-1");
        assertThat(zone.networkBorderGroup()).isEqualTo("us-east-1");
        assertThat(zone.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zone-name, us-east-1b, 1",
        "zone-id, use1-az6, 1",
        "state, available, 6",
        "zone-type, local-zone, 0",
        "opt-in-status, opt-in-not-required, 6",
        "region-name, us-east-1, 6",
        "group-name, us-east-1-zg-1, 6",
        "parent-zone-name, us-east-1a, 0",
        "message, *, 0"
    })
    void zoneFilters(String name, String value, int zones) {
        assertThat(ec2.describeAvailabilityZones(
                                r -> r.filters(f -> f.name(name).values(value)))
                        .availabilityZones())
                .hasSize(zones);
    }
}
