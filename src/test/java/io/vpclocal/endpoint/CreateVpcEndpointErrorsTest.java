package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
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

/** Requests that AWS is known to reject. */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class CreateVpcEndpointErrorsTest extends CreateRefusals {

    /** Reported by users of AWS. */
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
                        (r, w) -> r.vpcEndpointType("Interface").serviceName("com.amazonaws.eu-west-1.s3"),
                        "InvalidServiceName",
                        "The Vpc Endpoint Service 'com.amazonaws.eu-west-1.s3' does not exist"),
                refusal(
                        "a gateway to a service of another Region",
                        (r, w) -> r.serviceName("com.amazonaws.eu-west-1.s3"),
                        "InvalidParameter",
                        "Endpoint type (Gateway) does not match available service types ([Interface])."),
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

    /** The codes are from AWS's documentation or known to clients; the texts are our guess. */
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

    @ParameterizedTest(name = "{0}")
    @MethodSource({"recorded", "documented"})
    void isRefused(String what, Wrong wrong, String code, @Nullable String message) {
        requireRefused(wrong, code, message);
    }
}
