package io.vpclocal.endpointservice;

import static io.vpclocal.endpointservice.OfferedServices.commercialRegions;
import static io.vpclocal.endpointservice.OfferedServices.interfaceService;
import static io.vpclocal.endpointservice.OfferedServices.regions;
import static io.vpclocal.endpointservice.OfferedServices.services;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the services of AWS: their own, and those in DNS. */
class AwsServiceNamesTest {

    /** AWS documentation, General Reference: "Amazon CloudWatch endpoints": FIPS names in the United States only. */
    @Test
    void monitoring_hasNoFipsNamesInEurope() {
        assertThat(interfaceService("eu-west-1", "monitoring").dns().privateNames())
                .containsExactly("monitoring.eu-west-1.amazonaws.com", "monitoring.eu-west-1.api.aws");
    }

    /** AWS documentation, AWS PrivateLink Guide: "AWS services that integrate with AWS PrivateLink". */
    @ParameterizedTest
    @CsvSource({
        "us-east-1, com.amazonaws.iam",
        "us-east-1, com.amazonaws.route53",
        "us-east-1, com.amazonaws.cloudfront",
        "us-east-1, com.amazonaws.s3-global.accesspoint",
        "eu-west-1, com.amazonaws.s3-global.accesspoint",
        "us-east-1, aws.api.us-east-1.bcm-data-exports",
        "us-east-1, aws.api.us-east-1.qbusiness",
        "us-east-1, api.aws.us-east-1.cassandra-streams",
        "us-east-1, aws.sagemaker.us-east-1.studio"
    })
    void servicesWithOtherNamesArePresent(String region, String name) {
        assertThat(services.find(region, name)).hasSize(1);
    }

    /** Our guess: services with one endpoint for the world are in us-east-1. */
    @ParameterizedTest
    @ValueSource(strings = {"com.amazonaws.iam", "com.amazonaws.route53", "com.amazonaws.eu-west-1.billing"})
    void globalServicesAreNotInOtherRegions(String name) {
        assertThat(services.find("eu-west-1", name)).isEmpty();
    }

    /** Our guess from the public FIPS endpoints, for example {@code api-fips.sagemaker.us-east-1.amazonaws.com}. */
    @ParameterizedTest
    @CsvSource({
        "kms-fips, kms-fips",
        "kinesis-streams-fips, kinesis-fips",
        "sagemaker.api-fips, api-fips.sagemaker",
        "memorydb-fips, memory-db-fips"
    })
    void fipsTwinsHaveTheirOwnLabel(String suffix, String label) {
        var service = interfaceService("ca-central-1", suffix);

        assertThat(service.dnsLabel()).isEqualTo(label);
        assertThat(service.dns().privateNames()).containsExactly(label + ".ca-central-1.amazonaws.com");
    }

    @Test
    void fipsServicesAreInTheUnitedStatesAndCanadaOnly() {
        for (Region region : commercialRegions()) {
            boolean america = region.name().startsWith("us-") || region.name().startsWith("ca-");
            assertThat(services.names(region.name()).stream().anyMatch(name -> name.contains("fips")))
                    .as(region.name())
                    .isEqualTo(america);
        }
    }

    /** AWS documentation, Amazon SageMaker AI Developer Guide: "Connect to Studio through an interface VPC endpoint". */
    @Test
    void sageMakerStudio_hasTwoBaseNamesAndAWildcard() {
        assertThat(services.find("eu-west-1", "aws.sagemaker.eu-west-1.studio"))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.dns().baseNames())
                            .containsExactly(
                                    service.id() + ".eu-west-1.vpce.amazonaws.com",
                                    "studio.eu-west-1.vpce.sagemaker.aws");
                    assertThat(service.dns().privateNames()).containsExactly("*.studio.eu-west-1.sagemaker.aws");
                });
    }

    /** Seen in public templates: most interface services in China have a name that starts with {@code cn.}. */
    @Test
    void china_hasItsOwnPrefixAndSuffix() {
        assertThat(services.find("cn-north-1", "cn.com.amazonaws.cn-north-1.ec2"))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.dns().baseNames()).containsExactly("ec2.cn-north-1.vpce.amazonaws.com.cn");
                    assertThat(service.dns().privateNames()).containsExactly("ec2.cn-north-1.amazonaws.com.cn");
                });
        assertThat(services.find("cn-north-1", "com.amazonaws.cn-north-1.s3"))
                .extracting(EndpointService::type)
                .containsExactly("Gateway");
    }

    @Test
    void privateNamesBelongToOneServiceEach() {
        for (Region region : regions.all()) {
            assertThat(services.inRegion(region.name()))
                    .flatExtracting(service -> service.dns().privateNames())
                    .doesNotHaveDuplicates();
        }
    }
}
