package io.vpclocal.endpointservice;

import static io.vpclocal.endpointservice.OfferedServices.commercialRegions;
import static io.vpclocal.endpointservice.OfferedServices.interfaceService;
import static io.vpclocal.endpointservice.OfferedServices.regions;
import static io.vpclocal.endpointservice.OfferedServices.services;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.prefixlist.AwsPrefixLists;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsServicesTest {

    /**
     * Recorded from AWS for logs, ec2, ssm, sts, secretsmanager, ecr, execute-api, kinesis-streams, sagemaker.runtime and
     * the bedrock runtimes; the other private names are our guess: the public endpoint of the service.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "interface-services.csv", numLinesToSkip = 1)
    void everyCommercialRegionOffersTheInterfaceService(String suffix, String label, @Nullable String privateName) {
        for (Region region : commercialRegions()) {
            var service = interfaceService(region.name(), suffix);
            assertThat(service.dnsLabel()).isEqualTo(label);
            assertThat(service.dns().baseNames()).containsExactly(label + "." + region.name() + ".vpce.amazonaws.com");
            if (privateName == null) {
                assertThat(service.dns().privateNames()).isEmpty();
                assertThat(service.dns().verificationState()).isNull();
            } else {
                assertThat(service.dns().privateNames().get(0))
                        .isEqualTo(privateName.replace("{region}", region.name()));
                assertThat(service.dns().verificationState()).isEqualTo("verified");
            }
            assertThat(service.owner()).isEqualTo("amazon");
            assertThat(service.acceptanceRequired()).isFalse();
        }
    }

    /** AWS documentation, AWS PrivateLink Guide: "AWS services that integrate with AWS PrivateLink". */
    @ParameterizedTest
    @CsvFileSource(resources = "us-east-1-services.csv")
    void northernVirginiaOffersEveryDocumentedService(String name) {
        assertThat(services.find("us-east-1", name)).isNotEmpty();
    }

    /** AWS documentation, AWS PrivateLink Guide: "View information about a service". */
    @Test
    void monitoring_looksAsInTheGuide() {
        assertThat(services.find("us-east-1", "com.amazonaws.us-east-1.monitoring"))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.id()).isEqualTo("vpce-svc-0fc975f3e7e5beba4");
                    assertThat(service.type()).isEqualTo("Interface");
                    assertThat(service.region()).isEqualTo("us-east-1");
                    assertThat(zoneNames(service))
                            .containsExactly(
                                    "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f");
                    assertThat(service.owner()).isEqualTo("amazon");
                    assertThat(service.dns().baseNames()).containsExactly("monitoring.us-east-1.vpce.amazonaws.com");
                    assertThat(service.dns().privateNames())
                            .containsExactly(
                                    "monitoring.us-east-1.amazonaws.com",
                                    "monitoring.us-east-1.api.aws",
                                    "monitoring-fips.us-east-1.amazonaws.com",
                                    "monitoring-fips.us-east-1.api.aws");
                    assertThat(service.policySupported()).isTrue();
                    assertThat(service.acceptanceRequired()).isFalse();
                    assertThat(service.managesVpcEndpoints()).isFalse();
                    assertThat(service.dns().verificationState()).isEqualTo("verified");
                    assertThat(service.supportedIpAddressTypes()).containsExactly("ipv6", "ipv4");
                    assertThat(service.prefixList()).isNull();
                });
    }

    /** Recorded from AWS. */
    @ParameterizedTest
    @CsvSource({
        "us-west-2, s3, Gateway, vpce-svc-0001be97e1865c74e",
        "us-west-2, s3, Interface, vpce-svc-0b5d83f29260cde0d",
        "us-west-2, dynamodb, Gateway, vpce-svc-06e332dbde3b83af2",
        "us-west-2, dynamodb, Interface, vpce-svc-082c36eceb23cc4e9",
        "us-west-2, ec2, Interface, vpce-svc-0ee6723c76642b3d8",
        "us-west-2, ecr.dkr, Interface, vpce-svc-09d74a28015a69002",
        "us-east-1, s3, Gateway, vpce-svc-0aa7c06513d4872d5",
        "us-east-1, s3, Interface, vpce-svc-081d84efcdc7bac15",
        "us-east-1, dynamodb, Gateway, vpce-svc-099eb39957ebe7ecc",
        "us-east-1, dynamodb, Interface, vpce-svc-04b9ffcb9ee7ef983",
        "us-east-1, apprunner.requests, Interface, vpce-svc-0863a09b7229fa8c6"
    })
    void knownIdsAreThoseOfAws(String region, String suffix, String type, String id) {
        assertThat(services.find(region, "com.amazonaws." + region + "." + suffix))
                .filteredOn(service -> service.type().equals(type))
                .extracting(EndpointService::id)
                .containsExactly(id);
    }

    /** Recorded from AWS: S3 and DynamoDB are listed once by name and twice in detail. */
    @ParameterizedTest
    @ValueSource(strings = {"s3", "dynamodb"})
    void s3AndDynamoDbAreGatewayAndInterface(String suffix) {
        for (Region region : commercialRegions()) {
            String name = "com.amazonaws." + region.name() + "." + suffix;
            var found = services.find(region.name(), name);

            assertThat(found).extracting(EndpointService::type).containsExactly("Gateway", "Interface");
            assertThat(found.get(0).isGateway()).isTrue();
            assertThat(found.get(0).dns().baseNames()).containsExactly(suffix + "." + region.name() + ".amazonaws.com");
            assertThat(found.get(0).dns().privateNames()).isEmpty();
            assertThat(found.get(0).zones()).isEqualTo(region.zones());
            assertThat(services.names(region.name())).containsOnlyOnce(name);
        }
    }

    @Test
    void everyGatewayServiceHasItsPrefixList() {
        var prefixLists = new AwsPrefixLists(regions);
        for (Region region : regions.all()) {
            assertThat(services.inRegion(region.name()))
                    .filteredOn(EndpointService::isGateway)
                    .hasSize(3)
                    .allSatisfy(service -> assertThat(
                                    prefixLists.byName(region.name(), String.valueOf(service.prefixList())))
                            .isPresent());
        }
    }

    /** AWS documentation, AWS PrivateLink Guide: "View endpoint policy support"; email-smtp is recorded from AWS. */
    @ParameterizedTest
    @CsvSource({
        "appmesh-envoy-management, false",
        "apprunner.requests, false",
        "appstream.api, false",
        "appstream.streaming, false",
        "awsconnector, false",
        "email-smtp, false",
        "transfer.server, false",
        "transfer, true",
        "ec2, true"
    })
    void policySupportIsThatOfTheGuide(String suffix, boolean supported) {
        assertThat(interfaceService("us-east-1", suffix).policySupported()).isEqualTo(supported);
    }

    /** AWS documentation, AWS PrivateLink Guide: "Cross-region enabled AWS services". */
    @ParameterizedTest
    @CsvSource({"ecr.api, true", "kms, true", "kms-fips, true", "s3, true", "lambda, true", "sqs, false"})
    void crossRegionIsThatOfTheGuide(String suffix, boolean enabled) {
        assertThat(interfaceService("us-east-1", suffix).crossRegion()).isEqualTo(enabled);
    }

    /** Recorded from AWS: the zones of this service in us-east-1. */
    @Test
    void zonesMayBeASubset() {
        var service = interfaceService("us-east-1", "bedrock-agent-runtime");

        assertThat(zoneNames(service)).containsExactly("us-east-1a", "us-east-1c", "us-east-1d");
        assertThat(service.zones())
                .extracting(AvailabilityZone::id)
                .containsExactly("use1-az6", "use1-az2", "use1-az4");
    }

    /** AWS documentation, Amazon SES Developer Guide: "Setting up VPC endpoints with Amazon SES". */
    @Test
    void sesIsNotInTheseZones() {
        Set<String> excluded =
                Set.of("use1-az2", "use1-az3", "use1-az5", "usw1-az2", "usw2-az4", "apne2-az4", "cac1-az3", "cac1-az4");
        for (Region region : commercialRegions()) {
            assertThat(interfaceService(region.name(), "email-smtp").zones())
                    .containsExactlyElementsOf(region.zones().stream()
                            .filter(zone -> !excluded.contains(zone.id()))
                            .toList());
        }
    }

    /** Reported by users of AWS: the zones in us-east-1 that these services lack. Which accounts' letters: UNVERIFIED. */
    @ParameterizedTest
    @CsvSource({"cognito-idp, use1-az6 use1-az3 use1-az5", "bedrock-agentcore.gateway, use1-az1"})
    void someServicesLackZones(String suffix, String lacking) {
        Set<String> excluded = Set.of(lacking.split(" "));
        assertThat(interfaceService("us-east-1", suffix).zones())
                .extracting(AvailabilityZone::id)
                .containsExactlyElementsOf(commercialRegion("us-east-1").zones().stream()
                        .map(AvailabilityZone::id)
                        .filter(id -> !excluded.contains(id))
                        .toList());
    }

    /**
     * AWS documentation, Amazon VPC User Guide, "AWS services that support IPv6", column "Private endpoints"; for ECR the
     * Amazon ECR User Guide too.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acm", "acm-fips", "appmesh", "appmesh-envoy-management", "appstream.api", "appstream.streaming", "ec2",
                "ec2-fips", "ecr.api", "ecr.dkr", "elasticloadbalancing", "greengrass", "kendra", "networkmanager",
                "pricing.api", "s3-outposts", "social-messaging"
            })
    void servicesWithoutIpv6InTheUserGuide(String suffix) {
        assertThat(interfaceService("us-east-1", suffix).supportedIpAddressTypes())
                .containsExactly("ipv4");
    }

    /**
     * From the same table, except s3, rds, s3tables and athena: acceptance tests against AWS. The guide denies s3 and rds,
     * and resource-explorer-2, iam and qbusiness, which the AWS PrivateLink Guide lists under "View IPv6 support".
     * UNVERIFIED: bedrock-agentcore, which stands for the services that AWS tells nothing about.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3",
                "rds",
                "s3tables",
                "athena",
                "logs",
                "monitoring",
                "kms",
                "sts",
                "sqs",
                "sns",
                "ssm",
                "lambda",
                "ecs",
                "secretsmanager",
                "execute-api",
                "bedrock-runtime",
                "email-smtp",
                "bedrock-agentcore"
            })
    void servicesWithIpv6(String suffix) {
        for (Region region : commercialRegions()) {
            assertThat(interfaceService(region.name(), suffix).supportedIpAddressTypes())
                    .containsExactly("ipv6", "ipv4");
        }
    }

    @Test
    void theGuidesListOfServicesWithIpv6() {
        for (String name : List.of(
                "api.aws.us-east-1.cassandra-streams",
                "aws.api.us-east-1.bcm-data-exports",
                "aws.api.us-east-1.freetier",
                "aws.api.us-east-1.kendra-ranking",
                "aws.api.us-east-1.qbusiness",
                "aws.api.us-east-1.resource-explorer-2",
                "aws.api.us-east-1.resource-explorer-2-fips",
                "aws.sagemaker.us-east-1.experiments",
                "aws.sagemaker.us-east-1.partner-app",
                "com.amazonaws.iam",
                "com.amazonaws.us-east-1.access-analyzer",
                "com.amazonaws.us-east-1.account",
                "com.amazonaws.us-east-1.xray")) {
            assertThat(services.find("us-east-1", name).get(0).supportedIpAddressTypes())
                    .as(name)
                    .containsExactly("ipv6", "ipv4");
        }
    }

    /** For S3 recorded from AWS, which announced IPv6 for its gateways in November 2025. */
    @Test
    void gatewaysAreIpv4ExceptForS3() {
        for (Region region : commercialRegions()) {
            assertThat(services.inRegion(region.name()))
                    .filteredOn(EndpointService::isGateway)
                    .allSatisfy(service -> assertThat(service.supportedIpAddressTypes())
                            .as(service.name())
                            .isEqualTo(service.name().endsWith(".s3") ? List.of("ipv4", "ipv6") : List.of("ipv4")));
        }
    }

    @Test
    void idsAreUniqueInTheWorldAndNamesAreOrdered() {
        var ids = new ArrayList<String>();
        for (Region region : regions.all()) {
            var here = services.inRegion(region.name());
            here.forEach(service -> ids.add(service.id()));
            assertThat(here)
                    .extracting(service -> service.name() + " " + service.type())
                    .doesNotHaveDuplicates();
            assertThat(services.names(region.name())).isSorted().doesNotHaveDuplicates();
            assertThat(here.toString()).doesNotContain("{").doesNotContain("..");
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("vpce-svc-[0-9a-f]{17}"));
    }

    @Test
    void unknownRegionsAndServicesAreEmpty() {
        assertThat(services.inRegion("mars-north-1")).isEmpty();
        assertThat(services.find("us-east-1", "com.amazonaws.us-west-2.ec2")).isEmpty();
    }

    private static Region commercialRegion(String name) {
        return commercialRegions().stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> zoneNames(EndpointService service) {
        return service.zones().stream().map(AvailabilityZone::name).toList();
    }
}
