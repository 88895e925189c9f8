package io.vpclocal.endpointservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.PrivateDnsDetails;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;

/** Expected answers: AWS documentation, API Reference and AWS PrivateLink Guide, unless a test says otherwise. */
@EmulatorTest
class DescribeVpcEndpointServicesTest {

    private static final String MONITORING = "com.amazonaws.us-east-1.monitoring";

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
    }

    /** Recorded from AWS. */
    @Test
    void theWholeAnswerForMonitoring() {
        DescribeVpcEndpointServicesResponse answer = ec2.describeVpcEndpointServices(r -> r.serviceNames(MONITORING));

        assertThat(answer.serviceNames()).containsExactly(MONITORING);
        assertThat(answer.nextToken()).isNull();
        assertThat(answer.serviceDetails())
                .containsExactly(ServiceDetail.builder()
                        .serviceName(MONITORING)
                        .serviceId("vpce-svc-0fc975f3e7e5beba4")
                        .serviceType(ServiceTypeDetail.builder()
                                .serviceType("Interface")
                                .build())
                        .serviceRegion("us-east-1")
                        .availabilityZoneIds("use1-az6", "use1-az1", "use1-az2", "use1-az4", "use1-az3", "use1-az5")
                        .availabilityZones(
                                "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f")
                        .owner("amazon")
                        .baseEndpointDnsNames("monitoring.us-east-1.vpce.amazonaws.com")
                        .privateDnsName("monitoring.us-east-1.amazonaws.com")
                        .privateDnsNames(
                                name("monitoring.us-east-1.amazonaws.com"),
                                name("monitoring.us-east-1.api.aws"),
                                name("monitoring-fips.us-east-1.amazonaws.com"),
                                name("monitoring-fips.us-east-1.api.aws"))
                        .vpcEndpointPolicySupported(true)
                        .acceptanceRequired(false)
                        .managesVpcEndpoints(false)
                        .tags(List.of())
                        .privateDnsNameVerificationState("verified")
                        .supportedIpAddressTypesWithStrings("ipv6", "ipv4")
                        .build());
    }

    /** Recorded from AWS: S3 and DynamoDB are named once and detailed twice. */
    @ParameterizedTest
    @CsvSource({"s3", "dynamodb"})
    void oneNameMayBeTwoServices(String suffix) {
        String name = "com.amazonaws.us-east-1." + suffix;
        DescribeVpcEndpointServicesResponse answer = ec2.describeVpcEndpointServices(r -> r.serviceNames(name));

        assertThat(answer.serviceNames()).containsExactly(name);
        assertThat(answer.serviceDetails())
                .extracting(detail -> detail.serviceType().get(0).serviceTypeAsString())
                .containsExactly("Gateway", "Interface");
        assertThat(answer.serviceDetails().get(0).privateDnsName()).isNull();
        assertThat(ec2.describeVpcEndpointServices(r -> r.serviceNames(name).filters(filter("service-type", "Gateway")))
                        .serviceDetails())
                .hasSize(1);
    }

    @Test
    void allServicesAreListedByName() {
        DescribeVpcEndpointServicesResponse answer = ec2.describeVpcEndpointServices();
        assertThat(answer.serviceNames()).hasSizeGreaterThan(270).isSorted().doesNotHaveDuplicates();
        assertThat(answer.serviceDetails())
                .hasSizeGreaterThan(answer.serviceNames().size());
    }

    @ParameterizedTest
    @CsvSource({
        "owner, amazon, true",
        "owner, 123456789012, false",
        "service-name, com.amazonaws.us-east-1.mon?tor*, true",
        "service-name, com.amazonaws.us-east-1.kms, false",
        "service-region, us-east-1, true",
        "service-region, us-west-2, false",
        "service-type, Interface, true",
        "service-type, None, false",
        "supported-ip-address-types, ipv6, true",
        "supported-ip-address-types, dualstack, false",
        "tag:Name, *, false",
        "tag-key, *, false"
    })
    void filters(String name, String value, boolean found) {
        assertThat(ec2.describeVpcEndpointServices(
                                r -> r.serviceNames(MONITORING).filters(filter(name, value)))
                        .serviceDetails())
                .hasSize(found ? 1 : 0);
    }

    @Test
    void anUnknownFilterIsRefused() {
        Expect.awsError(
                "InvalidFilter",
                "The filter vpc-id is invalid",
                () -> ec2.describeVpcEndpointServices(r -> r.filters(filter("vpc-id", "x"))));
    }

    /** Recorded from AWS. */
    @Test
    void anUnknownNameIsRefused() {
        Expect.awsError(
                "InvalidServiceName",
                "The Vpc Endpoint Service 'com.amazonaws.us-east-1.none' does not exist",
                () -> ec2.describeVpcEndpointServices(r -> r.serviceNames(MONITORING, "com.amazonaws.us-east-1.none")));
    }

    @Test
    void pages() {
        List<ServiceDetail> details = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            DescribeVpcEndpointServicesResponse page =
                    ec2.describeVpcEndpointServices(r -> r.maxResults(100).nextToken(next));
            assertThat(page.serviceDetails()).hasSizeLessThanOrEqualTo(100);
            details.addAll(page.serviceDetails());
            token = page.nextToken();
        } while (token != null);

        assertThat(details)
                .isEqualTo(
                        ec2.describeVpcEndpointServices(r -> r.maxResults(5000)).serviceDetails());
        String first = ec2.describeVpcEndpointServices(r -> r.maxResults(1)).nextToken();
        Expect.awsError(
                "InvalidPaginationToken",
                () -> ec2.describeVpcEndpointServices(
                        r -> r.serviceNames(MONITORING).nextToken(first)));
    }

    /** AWS PrivateLink Guide, "Cross-region enabled AWS services": only those are visible from other Regions. */
    @Test
    void crossRegionServicesAreVisible() {
        assertThat(ec2.describeVpcEndpointServices(r -> r.serviceRegions("us-west-2"))
                        .serviceNames())
                .contains("com.amazonaws.us-west-2.s3", "com.amazonaws.us-west-2.kms")
                .doesNotContain("com.amazonaws.us-west-2.ssmmessages", "com.amazonaws.us-east-1.kms");
        assertThat(ec2.describeVpcEndpointServices(r -> r.serviceRegions("us-west-2", "us-east-1"))
                        .serviceNames())
                .contains("com.amazonaws.us-west-2.kms", "com.amazonaws.us-east-1.ssmmessages");
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static PrivateDnsDetails name(String name) {
        return PrivateDnsDetails.builder().privateDnsName(name).build();
    }
}
