package io.vpclocal.endpointservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.endpointservice.EndpointDnsNames.Host;
import io.vpclocal.network.region.Regions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointDnsNamesTest {

    private static final String VPCE = "vpce-0123456789abcdef0";
    private static final String TOKEN = "a1b2c3d4";

    private final Regions regions = Regions.load();
    private final AwsServices services = new AwsServices(regions);

    /** Recorded from AWS: regional, zonal in the order of the subnets, private. */
    @Test
    void regionalThenZonalThenPrivate() {
        var names = names(service("us-east-1", "logs"), List.of("us-east-1b", "us-east-1a"), true);

        assertThat(names)
                .extracting(DnsName::name)
                .containsExactly(
                        "vpce-0123456789abcdef0-a1b2c3d4.logs.us-east-1.vpce.amazonaws.com",
                        "vpce-0123456789abcdef0-a1b2c3d4-us-east-1b.logs.us-east-1.vpce.amazonaws.com",
                        "vpce-0123456789abcdef0-a1b2c3d4-us-east-1a.logs.us-east-1.vpce.amazonaws.com",
                        "logs.us-east-1.amazonaws.com",
                        "logs.us-east-1.api.aws");
    }

    /** Recorded from AWS: one zone for all names of the Region, a zone of its own for every private name. */
    @Test
    void eachPrivateNameHasItsOwnHostedZone() {
        var names = names(service("us-east-1", "logs"), List.of("us-east-1a"), true);

        assertThat(names.subList(0, 2)).extracting(DnsName::hostedZoneId).containsOnly("Z7HUB22UULQXV");
        assertThat(names.subList(2, 4))
                .extracting(DnsName::hostedZoneId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("Z[0-9A-Z]{20}"));
    }

    @Test
    void withoutPrivateDnsThereAreNoPrivateNames() {
        var names = names(service("us-east-1", "logs"), List.of("us-east-1a", "us-east-1b"), false);

        assertThat(names).hasSize(3).noneMatch(name -> name.name().startsWith("logs."));
    }

    /** Recorded from AWS: an interface endpoint without subnets has no DNS entries. */
    @Test
    void withoutSubnetsThereAreNoNames() {
        assertThat(names(service("us-east-1", "logs"), List.of(), true)).isEmpty();
    }

    @Test
    void gatewayEndpointsHaveNoNames() {
        var gateway = services.find("us-east-1", "com.amazonaws.us-east-1.s3").get(0);

        assertThat(names(gateway, List.of("us-east-1a"), false)).isEmpty();
    }

    /** AWS documentation, S3 User Guide: "AWS PrivateLink for Amazon S3"; the labels are recorded from AWS. */
    @ParameterizedTest
    @CsvSource({
        "us-east-1, s3, *.vpce-0123456789abcdef0-a1b2c3d4.s3.us-east-1.vpce.amazonaws.com",
        "us-west-2, kinesis-streams, vpce-0123456789abcdef0-a1b2c3d4.kinesis.us-west-2.vpce.amazonaws.com",
        "eu-west-1, ecr.dkr, vpce-0123456789abcdef0-a1b2c3d4.dkr.ecr.eu-west-1.vpce.amazonaws.com",
        "ap-south-1, execute-api, vpce-0123456789abcdef0-a1b2c3d4.execute-api.ap-south-1.vpce.amazonaws.com"
    })
    void regionalName_carriesTheLabelOfTheService(String region, String suffix, String expected) {
        var names = names(service(region, suffix), List.of(region + "a"), false);

        assertThat(names.get(0).name()).isEqualTo(expected);
    }

    /** AWS documentation, AWS PrivateLink Guide: zonal names are not supported for services of another Region. */
    @Test
    void endpointsToAnotherRegionHaveNoZonalNames() {
        var names = names(service("us-west-2", "kms"), List.of("us-east-1a", "us-east-1b"), false);

        assertThat(names)
                .containsExactly(new DnsName(
                        "vpce-0123456789abcdef0-a1b2c3d4.kms.us-west-2.vpce.amazonaws.com", "Z1YSA3EXCYUU9Z"));
    }

    /** Recorded from AWS in endpoints of these Regions; the last row is our guess for a Region without recordings. */
    @ParameterizedTest
    @CsvSource({
        "us-east-1, Z7HUB22UULQXV",
        "us-east-2, ZC8PG0KIFKBRI",
        "us-west-2, Z1YSA3EXCYUU9Z",
        "eu-west-1, Z38GZ743OKFT7T",
        "il-central-1, Z6HLDDBNPY2H93DJZ40MU"
    })
    void hostedZones(String region, String zone) {
        var names = names(service(region, "sqs"), List.of(region + "a"), false);

        assertThat(names).extracting(DnsName::hostedZoneId).containsOnly(zone);
    }

    /** AWS documentation, AWS PrivateLink Guide: "DNS hostnames" of endpoint services. */
    @Test
    void customerServices_areNamedAfterTheirId() {
        var region = regions.find("eu-north-1").orElseThrow();
        String id = "vpce-svc-0123456789abcdef0";

        assertThat(EndpointDnsNames.customerServiceName(region, id))
                .isEqualTo("com.amazonaws.vpce.eu-north-1.vpce-svc-0123456789abcdef0");
        assertThat(EndpointDnsNames.customerBaseName(region, id))
                .isEqualTo("vpce-svc-0123456789abcdef0.eu-north-1.vpce.amazonaws.com");
    }

    /** AWS documentation, AWS PrivateLink Guide: "DNS hostnames" of endpoint services. */
    @Test
    void customerServices_giveTheirIdToEndpointNames() {
        var region = regions.find("eu-north-1").orElseThrow();
        String id = "vpce-svc-0123456789abcdef0";
        var dns =
                new EndpointService.Dns(List.of(EndpointDnsNames.customerBaseName(region, id)), List.of(), null, false);
        var service = new EndpointService(
                EndpointDnsNames.customerServiceName(region, id),
                id,
                EndpointService.INTERFACE,
                "eu-north-1",
                "123456789012",
                region.zones(),
                dns,
                List.of("ipv4"),
                false,
                true,
                false,
                null,
                null);

        assertThat(names(service, List.of("eu-north-1c"), true))
                .extracting(DnsName::name)
                .containsExactly(
                        "vpce-0123456789abcdef0-a1b2c3d4.vpce-svc-0123456789abcdef0.eu-north-1.vpce.amazonaws.com",
                        "vpce-0123456789abcdef0-a1b2c3d4-eu-north-1c.vpce-svc-0123456789abcdef0.eu-north-1.vpce.amazonaws.com");
    }

    private static List<DnsName> names(EndpointService service, List<String> zones, boolean privateDns) {
        return EndpointDnsNames.of(
                Host.of(service, VPCE, TOKEN), zones, privateDns ? service.dns().privateNames() : List.of());
    }

    private EndpointService service(String region, String suffix) {
        return services.find(region, "com.amazonaws." + region + "." + suffix).stream()
                .filter(service -> !service.isGateway())
                .findFirst()
                .orElseThrow();
    }
}
