package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Errors of ModifyVpcEndpoint, which leave the endpoint unchanged. Codes and texts without a source are our guess. */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class ModifyVpcEndpointErrorsTest {

    @Autowired
    private Aws aws;

    private Network network;
    private World world;

    /** @param endpoint an interface endpoint in subnet a */
    private record World(
            String a,
            String a2,
            String b,
            String table,
            String group,
            String defaultGroup,
            String endpoint,
            String gateway) {}

    private interface Wrong {
        void make(ModifyVpcEndpointRequest.Builder request, World world);
    }

    /** Shared by all cases, because none changes anything. */
    @BeforeAll
    void newNetwork() {
        network = new Network(aws.ec2());
        world = world();
    }

    /** Recorded from AWS, except for well-formed ids that are too short, which is our guess. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            vpce-00000000000000000, InvalidVpcEndpointId.NotFound, The Vpc Endpoint Id 'vpce-00000000000000000' does not exist
            vpce-1, InvalidVpcEndpointId.NotFound, The Vpc Endpoint Id 'vpce-1' does not exist
            vpc-1, InvalidVpcEndpointId.Malformed, "Invalid Id: 'vpc-1' (expecting 'vpce-...; the Id may only contain lowercase alphanumeric characters and a single dash')"
            """)
    void endpointsThatAreNotThere(String id, String code, String message) {
        Expect.awsError(code, message, () -> network.modify(id, r -> r.resetPolicy(true)));
        Expect.awsError(code, message, () -> network.describe(id));
    }

    @Test
    void anIdIsNeeded() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter VpcEndpointId",
                () -> network.ec2.modifyVpcEndpoint(r -> r.resetPolicy(true)));
    }

    static Stream<Arguments> forInterfaces() {
        return Stream.of(
                // Recorded from AWS.
                arguments(
                        "InvalidParameter",
                        "Route table IDs are only supported for Gateway type VPC Endpoint.",
                        wrong((r, w) -> r.addRouteTableIds(w.table()))),
                arguments(
                        "DuplicateSubnetsInSameZone",
                        "Found another VPC endpoint subnet in the availability zone of {a2}. VPC endpoint subnets should"
                                + " be in different availability zones supported by the VPC endpoint service.",
                        wrong((r, w) -> r.addSubnetIds(w.a2()))),
                // Guessed.
                arguments(
                        "DuplicateSubnetsInSameZone",
                        "Found another VPC endpoint subnet in the availability zone of {a}. VPC endpoint subnets should"
                                + " be in different availability zones supported by the VPC endpoint service.",
                        wrong((r, w) -> r.addSubnetIds(w.a()))),
                arguments(
                        "InvalidSubnetId.NotFound",
                        "The subnet ID 'subnet-00000000000000000' does not exist",
                        wrong((r, w) -> r.removeSubnetIds("subnet-00000000000000000"))),
                arguments(
                        "InvalidParameter",
                        "The subnet {b} is not associated with the VPC endpoint {id}.",
                        wrong((r, w) -> r.removeSubnetIds(w.b()))),
                arguments(
                        "InvalidParameter",
                        "The security group {group} is not associated with the VPC endpoint {id}.",
                        wrong((r, w) -> r.removeSecurityGroupIds(w.group()))),
                arguments(
                        "InvalidParameter",
                        "An Interface VPC Endpoint must always have at least one Security Group.",
                        wrong((r, w) -> r.addSubnetIds(w.b()).removeSecurityGroupIds(w.defaultGroup()))),
                arguments(
                        "InvalidSecurityGroupId.NotFound",
                        "The security group 'sg-00000000000000000' does not exist",
                        wrong((r, w) -> r.addSubnetIds(w.b()).addSecurityGroupIds("sg-00000000000000000"))),
                arguments(
                        "InvalidParameter",
                        "The subnet {a} does not support the IP address type: dualstack.",
                        wrong((r, w) -> r.ipAddressType("dualstack"))),
                arguments(
                        "InvalidParameterCombination",
                        "The parameter policyDocument cannot be used with the parameter resetPolicy",
                        wrong((r, w) -> r.resetPolicy(true).policyDocument("{\"Statement\":[]}"))));
    }

    static Stream<Arguments> forGateways() {
        return Stream.of(
                // Recorded from AWS.
                arguments(
                        "InvalidParameter",
                        "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.",
                        wrong((r, w) -> r.addSubnetIds(w.a()))),
                arguments(
                        "RouteAlreadyExists",
                        "route table {table} already has a route with destination-prefix-list-id pl-63a5400a",
                        wrong((r, w) -> r.addRouteTableIds(w.table()))),
                arguments(
                        "InvalidParameter",
                        "DnsOptions PrivateDnsOnlyForInboundResolverEndpoint is applicable only to Interface VPC"
                                + " Endpoints.",
                        wrong((r, w) -> r.dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(true)))),
                // Guessed.
                arguments(
                        "InvalidRouteTableId.NotFound",
                        "The routeTable ID 'rtb-00000000000000000' does not exist",
                        wrong((r, w) -> r.removeRouteTableIds("rtb-00000000000000000"))),
                arguments(
                        "InvalidParameter",
                        "Security group IDs are only supported for Interface type VPC Endpoints.",
                        wrong((r, w) -> r.addSecurityGroupIds(w.group()))),
                arguments(
                        "InvalidParameter",
                        "PrivateDnsEnabled is applicable only to Interface VPC Endpoints.",
                        wrong((r, w) -> r.privateDnsEnabled(true))));
    }

    @ParameterizedTest
    @MethodSource("forInterfaces")
    void interfaceEndpointsRefuse(String code, String message, Wrong wrong) {
        refuses(world.endpoint(), code, message, wrong);
        assertThat(network.interfacesIn(world.a())).hasSize(1);
        assertThat(network.interfacesIn(world.b())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forGateways")
    void gatewaysRefuse(String code, String message, Wrong wrong) {
        refuses(world.gateway(), code, message, wrong);
        assertThat(network.prefixListRoutes(world.table())).hasSize(1);
    }

    /** Our guess: the error that Terraform treats as already deleted. */
    @Test
    void aTableWithoutTheRouteCannotBeRemoved() {
        String id = network.gateway(S3).vpcEndpointId();
        String table = network.routeTable();
        Expect.awsError(
                "InvalidParameter",
                "The route table " + table + " is not associated with the VPC endpoint " + id + ".",
                () -> network.modify(id, r -> r.removeRouteTableIds(table)));
    }

    private void refuses(String id, String code, String message, Wrong wrong) {
        VpcEndpoint before = network.describe(id);
        Expect.awsError(
                code,
                message.replace("{id}", id)
                        .replace("{a}", world.a())
                        .replace("{a2}", world.a2())
                        .replace("{b}", world.b())
                        .replace("{table}", world.table())
                        .replace("{group}", world.group()),
                () -> network.modify(id, r -> wrong.make(r, world)));
        assertThat(network.describe(id)).isEqualTo(before);
    }

    private World world() {
        String a = network.subnet("us-east-1a");
        String table = network.routeTable();
        return new World(
                a,
                network.subnet("us-east-1a"),
                network.subnet("us-east-1b"),
                table,
                network.securityGroup("group"),
                network.defaultGroup(),
                network.interfaceTo(KMS, a).vpcEndpointId(),
                network.gateway(S3, table).vpcEndpointId());
    }

    private static Wrong wrong(Wrong wrong) {
        return wrong;
    }
}
