package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;

import io.vpclocal.testing.EmulatorTest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Requests that AWS must reject. Codes and texts are our guess. */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class CreateVpcEndpointGuessedErrorsTest extends CreateRefusals {

    static Stream<Arguments> guessed() {
        return Stream.of(
                refusal(
                        "one subnet named twice",
                        (r, w) -> kms(r).subnetIds(w.a(), w.a()),
                        "DuplicateSubnetsInSameZone",
                        "Found another VPC endpoint subnet in the availability zone of {a}. VPC endpoint subnets should"
                                + " be in different availability zones supported by the VPC endpoint service."),
                refusal(
                        "a type that does not exist",
                        (r, w) -> r.vpcEndpointType("interface").serviceName(KMS),
                        "InvalidParameterValue",
                        null),
                refusal(
                        "a resource endpoint",
                        (r, w) -> r.vpcEndpointType("Resource").resourceConfigurationArn("arn:aws:vpc-lattice:::x"),
                        "InvalidResourceConfigurationArn.Malformed",
                        "The ResourceConfigurationArn 'arn:aws:vpc-lattice:::x' is malformed"),
                refusal(
                        "a service network endpoint",
                        (r, w) -> r.vpcEndpointType("ServiceNetwork").serviceNetworkArn("arn:aws:vpc-lattice:::x"),
                        "InvalidServiceNetworkArn.Malformed",
                        "The ServiceNetworkArn 'arn:aws:vpc-lattice:::x' is malformed"),
                refusal(
                        "a resource for an interface endpoint",
                        (r, w) -> kms(r).resourceConfigurationArn("arn:aws:vpc-lattice:::x"),
                        "InvalidParameter",
                        "ResourceConfigurationArn is applicable only to Resource VPC Endpoints."),
                refusal(
                        "groups for a gateway",
                        (r, w) -> r.serviceName(S3).securityGroupIds("sg-00000000000000000"),
                        "InvalidParameter",
                        "Security group IDs are only supported for Interface type VPC Endpoints."),
                refusal(
                        "private DNS for a gateway",
                        (r, w) -> r.serviceName(S3).privateDnsEnabled(true),
                        "InvalidParameter",
                        "PrivateDnsEnabled is applicable only to Interface VPC Endpoints."),
                refusal(
                        "a subnet of another VPC",
                        (r, w) -> kms(r).subnetIds(w.a(), w.otherSubnet()),
                        "InvalidParameter",
                        "Subnet {otherSubnet} and VPC {vpc} belong to different networks."),
                refusal(
                        "a group of another VPC",
                        (r, w) -> kms(r).securityGroupIds(w.otherGroup()),
                        "InvalidParameter",
                        "Security group {otherGroup} and VPC {vpc} belong to different networks."),
                refusal(
                        "a route table of another VPC",
                        (r, w) -> r.serviceName(S3).routeTableIds(w.table(), w.otherTable()),
                        "InvalidParameter",
                        null),
                refusal(
                        "a service that does not serve other Regions",
                        (r, w) -> r.vpcEndpointType("Interface")
                                .serviceName("com.amazonaws.eu-west-1.ssmmessages")
                                .serviceRegion("eu-west-1"),
                        "InvalidServiceName",
                        null),
                refusal(
                        "IPv6 where the subnet has none",
                        (r, w) -> r.vpcEndpointType("Interface")
                                .serviceName("com.amazonaws.us-east-1.monitoring")
                                .ipAddressType("dualstack")
                                .subnetIds(w.a()),
                        "InvalidParameter",
                        "The subnet {a} does not support the IP address type: dualstack."),
                refusal(
                        "IPv6 records for IPv4 addresses",
                        (r, w) -> kms(r).dnsOptions(o -> o.dnsRecordIpType("ipv6")),
                        "InvalidParameter",
                        "The DNS record IP type ipv6 cannot be used with the IP address type ipv4."),
                refusal(
                        "a subnet configured twice",
                        (r, w) -> kms(r).subnetConfigurations(at(w.a(), "10.0.0.9"), at(w.a(), "10.0.0.10")),
                        "InvalidParameter",
                        "The subnet {a} has more than one subnet configuration."),
                refusal(
                        "a configuration without a subnet",
                        (r, w) -> kms(r).subnetConfigurations(SubnetConfiguration.builder()
                                .ipv4("10.0.0.9")
                                .build()),
                        "MissingParameter",
                        "The request must contain the parameter SubnetConfiguration.SubnetId"),
                refusal(
                        "domains of resources for an interface endpoint",
                        (r, w) -> kms(r).dnsOptions(o -> o.privateDnsPreference("ALL_DOMAINS")),
                        "InvalidParameter",
                        "DnsOptions PrivateDnsPreference is applicable only to Resource and ServiceNetwork VPC"
                                + " Endpoints."),
                refusal(
                        "inbound resolvers for a service without gateways",
                        (r, w) -> kms(r).privateDnsEnabled(true)
                                .dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(true)),
                        "InvalidParameter",
                        null),
                refusal(
                        "inbound resolvers without private DNS",
                        (r, w) -> r.vpcEndpointType("Interface")
                                .serviceName(S3)
                                .privateDnsEnabled(false)
                                .dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(true)),
                        "InvalidParameter",
                        null),
                refusal(
                        "tags of something else",
                        (r, w) -> r.serviceName(S3)
                                .tagSpecifications(TagSpecification.builder()
                                        .resourceType("vpc")
                                        .tags(Tag.builder().key("k").value("v").build())
                                        .build()),
                        "InvalidParameter",
                        "'vpc' is not a valid taggable resource type for this operation."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"guessed"})
    void isRefused(String what, Wrong wrong, String code, @Nullable String message) {
        requireRefused(wrong, code, message);
    }
}
