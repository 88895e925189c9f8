package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;

/**
 * Requests of CreateVpcEndpoint that are rejected and leave nothing behind. In expected texts, {vpc}, {a} and so on
 * stand for ids.
 */
abstract class CreateRefusals {

    static final String EXPECTING = "; the Id may only contain lowercase alphanumeric characters and a single dash";

    @Autowired
    private Aws aws;

    private Network network;
    private World world;

    /** The resources for requests: subnets in zones a (twice) and b, a route table, and the same in another VPC. */
    record World(
            String vpc,
            String a,
            String a2,
            String b,
            String table,
            String otherSubnet,
            String otherTable,
            String otherGroup) {

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

    interface Wrong {
        void make(CreateVpcEndpointRequest.Builder request, World world);
    }

    /** Shared by all cases, because none changes anything. */
    @BeforeAll
    void newNetwork() {
        network = new Network(aws.ec2());
        world = world();
    }

    void requireRefused(Wrong wrong, String code, @Nullable String message) {
        var error = Expect.awsError(
                code, message == null ? null : world.named(message), () -> network.create(r -> wrong.make(r, world)));

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

    static CreateVpcEndpointRequest.Builder kms(CreateVpcEndpointRequest.Builder request) {
        return request.vpcEndpointType("Interface").serviceName(KMS).privateDnsEnabled(false);
    }

    static SubnetConfiguration at(String subnetId, String address) {
        return SubnetConfiguration.builder().subnetId(subnetId).ipv4(address).build();
    }

    static Arguments refusal(String what, Wrong wrong, String code, @Nullable String message) {
        return arguments(what, wrong, code, message);
    }
}
