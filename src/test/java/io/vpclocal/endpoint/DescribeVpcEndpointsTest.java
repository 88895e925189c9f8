package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static io.vpclocal.endpoint.Network.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Filters by the API model; other expected answers as each test says. */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class DescribeVpcEndpointsTest {

    @Autowired
    private Aws aws;

    private final String account = Aws.newAccount();
    private Network network;
    private String s3;
    private String kms;
    private String dynamoDb;

    @BeforeAll
    void threeEndpoints() {
        network = new Network(aws.ec2(account));
        s3 = network.gateway(S3).vpcEndpointId();
        kms = network.interfaceTo(KMS, network.subnet("us-east-1a")).vpcEndpointId();
        dynamoDb = new Network(network.ec2)
                .create(r -> r.vpcEndpointType("Interface")
                        .serviceName(DYNAMODB)
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("vpc-endpoint")
                                .tags(Tag.builder().key("team").value("blue").build())
                                .build()))
                .vpcEndpointId();
    }

    @ParameterizedTest
    @CsvSource({
        "service-name, com.amazonaws.us-east-1.kms, kms",
        "service-name, *.us-east-1.?3, s3",
        "service-name, com.amazonaws.us-east-1.*, s3 kms dynamoDb",
        "vpc-endpoint-type, Interface, kms dynamoDb",
        "vpc-endpoint-type, interface, ''",
        "vpc-endpoint-type, None, ''",
        "vpc-endpoint-state, available, s3 kms dynamoDb",
        "vpc-endpoint-state, Available, ''",
        "vpc-endpoint-state, pending, ''",
        "service-region, us-east-1, s3 kms dynamoDb",
        "service-region, us-west-2, ''",
        "ip-address-type, ipv4, s3 kms dynamoDb",
        "ip-address-type, dualstack, ''",
        "tag:team, blue, dynamoDb",
        "tag:team, red, ''",
        "tag-key, team, dynamoDb"
    })
    void filters(String name, String value, String expected) {
        assertThat(ids(network.ec2
                        .describeVpcEndpoints(r -> r.filters(filter(name, value)))
                        .vpcEndpoints()))
                .isEqualTo(named(expected));
    }

    @Test
    void filtersByIdAndVpc() {
        assertThat(ids(network.ec2
                        .describeVpcEndpoints(r -> r.filters(filter("vpc-id", network.vpc)))
                        .vpcEndpoints()))
                .containsExactly(s3, kms);
        assertThat(ids(network.ec2
                        .describeVpcEndpoints(r -> r.filters(filter("vpc-endpoint-id", kms, dynamoDb)))
                        .vpcEndpoints()))
                .containsExactly(kms, dynamoDb);
        assertThat(ids(network.ec2
                        .describeVpcEndpoints(r -> r.vpcEndpointIds(s3, kms)
                                .filters(
                                        filter("vpc-id", network.vpc),
                                        filter("vpc-endpoint-type", "Interface"),
                                        filter("vpc-endpoint-state", "available", "pending")))
                        .vpcEndpoints()))
                .containsExactly(kms);
    }

    /** Recorded from AWS: the PrivateLink actions have other errors for filters. */
    @Test
    void anUnknownFilterIsRefused() {
        Expect.awsError(
                "InvalidFilter",
                "The filter state is invalid",
                () -> network.ec2.describeVpcEndpoints(r -> r.filters(filter("state", "available"))));
    }

    /** AWS documentation, API Reference: larger numbers count as 1,000; below 1 is our guess. */
    @Test
    void pages() {
        List<String> all = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            DescribeVpcEndpointsResponse page =
                    network.ec2.describeVpcEndpoints(r -> r.maxResults(2).nextToken(next));
            all.addAll(ids(page.vpcEndpoints()));
            token = page.nextToken();
        } while (token != null);

        assertThat(all).containsExactly(s3, kms, dynamoDb);
        assertThat(network.ec2.describeVpcEndpoints(r -> r.maxResults(5000)).vpcEndpoints())
                .hasSize(3);
        Expect.awsError("InvalidParameterValue", () -> network.ec2.describeVpcEndpoints(r -> r.maxResults(0)));
        Expect.awsError("InvalidPaginationToken", () -> network.ec2.describeVpcEndpoints(r -> r.nextToken("tampered")));
    }

    @Test
    void otherAccountsAndRegionsSeeNothing() {
        assertThat(aws.ec2().describeVpcEndpoints().vpcEndpoints()).isEmpty();
        assertThat(aws.ec2(Aws.root(account), Region.EU_WEST_1)
                        .describeVpcEndpoints()
                        .vpcEndpoints())
                .isEmpty();
    }

    /** AWS documentation, API Reference: associations exist for resource and service network endpoints only. */
    @Test
    void theseTypesHaveNoAssociations() {
        assertThat(network.ec2
                        .describeVpcEndpointAssociations(r -> r.vpcEndpointIds(kms, s3)
                                .maxResults(100)
                                .filters(
                                        filter("vpc-endpoint-id", kms),
                                        filter("associated-resource-accessibility", "*"),
                                        filter("association-id", "*"),
                                        filter("associated-resource-id", "*"),
                                        filter("service-network-arn", "*"),
                                        filter("resource-configuration-group-arn", "*")))
                        .vpcEndpointAssociations())
                .isEmpty();
        Expect.awsError(
                "InvalidVpcEndpointId.NotFound",
                () -> network.ec2.describeVpcEndpointAssociations(r -> r.vpcEndpointIds("vpce-00000000000000000")));
        Expect.awsError(
                "InvalidFilter",
                () -> network.ec2.describeVpcEndpointAssociations(r -> r.filters(filter("vpc-id", "*"))));
        Expect.awsError("InvalidParameter", () -> network.ec2.describeVpcEndpointAssociations(r -> r.maxResults(101)));
    }

    private List<String> named(String names) {
        return names.isEmpty()
                ? List.of()
                : List.of(names.split(" ")).stream()
                        .map(name -> name.equals("s3") ? s3 : name.equals("kms") ? kms : dynamoDb)
                        .toList();
    }

    private static List<String> ids(List<VpcEndpoint> endpoints) {
        return endpoints.stream().map(VpcEndpoint::vpcEndpointId).toList();
    }
}
