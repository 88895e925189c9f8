package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** What CreateVpcEndpoint refuses; afterwards nothing is there. In expected texts, VPC, A and so on stand for ids. */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class CreateVpcEndpointErrorsTest {

    private static final String EXPECTING = "; the Id may only contain lowercase alphanumeric characters and a single dash";

    @Autowired
    private Aws aws;

    private Network network;
    private World world;

    /** What a request is made of: subnets in zones a (twice) and b, a route table, and the like in another VPC. */
    private record World(
            String vpc, String a, String a2, String b, String table, String otherSubnet, String otherTable, String otherGroup) {

        String named(String text) {
            return text.replace("{vpc}", vpc)
                    .replace("{a}", a)
                    .replace("{a2}", a2)
                    .replace("{b}", b)
                    .replace("{table}", table)
                    .replace("{otherSubnet}", otherSubnet)
                    .replace("{otherTable}", otherTable)
                    .replace("{otherGroup}", otherGroup);
        }
    }

    private interface Wrong {
        void make(CreateVpcEndpointRequest.Builder request, World world);
    }

    /** One for all cases: none of them leaves anything. */
    @BeforeAll
    void newNetwork() {
        network = new Network(aws.ec2());
        world = world();
    }

    /** Seen in AWS's answers to users. */
    static Stream<Arguments> recorded() {
        return Stream.of(
                refusal(
                        "a malformed VPC id",
                        (r, w) -> r.vpcId("vpc-1 ").serviceName(S3),
                        "InvalidVpcId.Malformed",
                        "Invalid Id: 'vpc-1 ' (expecting 'vpc-..." + EXPECTING + "')"),
                refusal(
                        "an unknown service",
                        (r, w) -> r.serviceName("com.amazonaws.us-east-1.none"),
                        "InvalidServiceName",
                        "The Vpc Endpoint Service 'com.amazonaws.us-east-1.none' does not exist"),
                refusal(
                        "a service of another Region",
                        (r, w) -> r.serviceName("com.amazonaws.eu-west-1.s3"),
                        "InvalidServiceName",
                        "The Vpc Endpoint Service 'com.amazonaws.eu-west-1.s3' does not exist"),
                refusal(
                        "a gateway to a service that has none",
                        (r, w) -> r.serviceName(KMS),
                        "InvalidParameter",
                        "Endpoint type (Gateway) does not match available service types ([Interface])."),
                refusal(
                        "a gateway load balancer endpoint to a service of AWS",
                        (r, w) -> r.vpcEndpointType("GatewayLoadBalancer").serviceName(S3),
                        "InvalidParameter",
                        "Endpoint type (GatewayLoadBalancer) does not match available service types ([Gateway,"
                                + " Interface])."),
                refusal(
                        "route tables for interfaces",
                        (r, w) -> kms(r).routeTableIds(w.table()),
                        "InvalidParameter",
                        "Route table IDs are only supported for Gateway type VPC Endpoint."),
                refusal(
                        "subnets for a gateway",
                        (r, w) -> r.serviceName(S3).subnetIds(w.a()),
                        "InvalidParameter",
                        "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints."),
                refusal(
                        "inbound resolvers for a gateway, though declined",
                        (r, w) -> r.serviceName(S3).dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(false)),
                        "InvalidParameter",
                        "DnsOptions PrivateDnsOnlyForInboundResolverEndpoint is applicable only to Interface VPC"
                                + " Endpoints."),
                refusal(
                        "a malformed subnet id",
                        (r, w) -> kms(r).subnetIds("module.vpc.database_subnets"),
                        "InvalidSubnetId.Malformed",
                        "Invalid Subnet Id: 'module.vpc.database_subnets' (expecting 'subnet-..." + EXPECTING + "')"),
                refusal(
                        "a malformed route table id",
                        (r, w) -> r.serviceName(S3).routeTableIds(""),
                        "InvalidRouteTableId.Malformed",
                        "Invalid Id: '' (expecting 'rtb-..." + EXPECTING + "')"),
                refusal(
                        "two subnets in one zone",
                        (r, w) -> kms(r).subnetIds(w.b(), w.a(), w.a2()),
                        "DuplicateSubnetsInSameZone",
                        "Found another VPC endpoint subnet in the availability zone of {a2}. VPC endpoint subnets should"
                                + " be in different availability zones supported by the VPC endpoint service."),
                refusal(
                        "a zone that the service is not in",
                        (r, w) -> r.vpcEndpointType("Interface")
                                .serviceName("com.amazonaws.us-east-1.bedrock-agent-runtime")
                                .subnetIds(w.b()),
                        "InvalidParameter",
                        "The VPC endpoint service com.amazonaws.us-east-1.bedrock-agent-runtime does not support the"
                                + " availability zone of the subnet: {b}."),
                refusal(
                        "private DNS for a service without a name",
                        (r, w) -> r.vpcEndpointType("Interface")
                                .serviceName(DYNAMODB)
                                .privateDnsEnabled(true),
                        "InvalidParameter",
                        "Private DNS can't be enabled because the service com.amazonaws.us-east-1.dynamodb does not"
                                + " provide a private DNS name."),
                refusal(
                        "private DNS for S3 without a gateway",
                        (r, w) -> r.vpcEndpointType("Interface").serviceName(S3).privateDnsEnabled(true),
                        "InvalidParameter",
                        "To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC {vpc} must have a Gateway"
                                + " endpoint for the service."));
    }

    /** The codes are of AWS's documentation or known to clients; the texts are our guess. */
    static Stream<Arguments> documented() {
        return Stream.of(
                refusal(
                        "an unknown VPC",
                        (r, w) -> r.vpcId("vpc-00000000000000000").serviceName(S3),
                        "InvalidVpcId.NotFound",
                        "The Vpc Id vpc-00000000000000000 does not exist"),
                refusal(
                        "no VPC",
                        (r, w) -> r.vpcId(null).serviceName(S3),
                        "MissingParameter",
                        "The request must contain the parameter VpcId"),
                refusal(
                        "no service",
                        (r, w) -> r.vpcEndpointType("Interface"),
                        "MissingParameter",
                        "The request must contain the parameter ServiceName"),
                refusal(
                        "an unknown subnet",
                        (r, w) -> kms(r).subnetIds("subnet-00000000000000000"),
                        "InvalidSubnetId.NotFound",
                        "The subnet ID 'subnet-00000000000000000' does not exist"),
                refusal(
                        "an unknown route table",
                        (r, w) -> r.serviceName(S3).routeTableIds(w.table(), "rtb-00000000000000000"),
                        "InvalidRouteTableId.NotFound",
                        "The routeTable ID 'rtb-00000000000000000' does not exist"),
                refusal(
                        "an unknown group",
                        (r, w) -> kms(r).securityGroupIds("sg-00000000000000000"),
                        "InvalidSecurityGroupId.NotFound",
                        "The security group 'sg-00000000000000000' does not exist"),
                refusal(
                        "a malformed group id",
                        (r, w) -> kms(r).securityGroupIds("default"),
                        "InvalidSecurityGroupId.Malformed",
                        "Invalid Id: 'default' (expecting 'sg-..." + EXPECTING + "')"),
                refusal(
                        "an address outside of the subnet",
                        (r, w) -> kms(r).subnetIds(w.a()).subnetConfigurations(at(w.a(), "192.0.2.1")),
                        "InvalidParameterValue",
                        "Address does not fall within the subnet's address range"),
                refusal(
                        "a reserved address",
                        (r, w) -> kms(r).subnetIds(w.a()).subnetConfigurations(at(w.a(), "10.0.0.3")),
                        "InvalidParameterValue",
                        "Address is in subnet's reserved address range"));
    }

    /** Our guesses, codes and texts. */
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
                        "UnsupportedOperation",
                        "VPC Local does not emulate VPC endpoints of type Resource."),
                refusal(
                        "a service network endpoint",
                        (r, w) -> r.vpcEndpointType("ServiceNetwork").serviceNetworkArn("arn:aws:vpc-lattice:::x"),
                        "UnsupportedOperation",
                        "VPC Local does not emulate VPC endpoints of type ServiceNetwork."),
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
                        "IPv6 where the service has none",
                        (r, w) -> r.vpcEndpointType("Interface").serviceName(S3).ipAddressType("dualstack"),
                        "InvalidParameter",
                        "The VPC endpoint service com.amazonaws.us-east-1.s3 does not support the IP address type:"
                                + " dualstack."),
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
    @MethodSource({"recorded", "documented", "guessed"})
    void isRefused(String what, Wrong wrong, String code, @Nullable String message) {
        var error = Expect.awsError(code, () -> network.create(r -> wrong.make(r, world)));

        if (message != null) {
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(world.named(message));
        }
        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).isEmpty();
        assertThat(network.interfacesIn(world.a())).isEmpty();
        assertThat(network.prefixListRoutes(world.table())).isEmpty();
    }

    private World world() {
        Network other = new Network(network.ec2);
        return new World(
                network.vpc,
                network.subnet("us-east-1a"),
                network.subnet("us-east-1a"),
                network.subnet("us-east-1b"),
                network.routeTable(),
                other.subnet("us-east-1c"),
                other.routeTable(),
                other.securityGroup("other"));
    }

    private static CreateVpcEndpointRequest.Builder kms(CreateVpcEndpointRequest.Builder request) {
        return request.vpcEndpointType("Interface").serviceName(KMS).privateDnsEnabled(false);
    }

    private static SubnetConfiguration at(String subnetId, String address) {
        return SubnetConfiguration.builder().subnetId(subnetId).ipv4(address).build();
    }

    private static Arguments refusal(String what, Wrong wrong, String code, @Nullable String message) {
        return arguments(what, wrong, code, message);
    }
}
