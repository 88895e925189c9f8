package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Requests about the network interface of an instance, as users of AWS report them. */
@EmulatorTest
class SeveralInterfacesTest {

    @Autowired
    private Aws aws;

    static Stream<Arguments> requests() {
        return Stream.of(
                named("AssociateAddress", (ec2, id) -> {
                    String address = ec2.allocateAddress(r -> {}).allocationId();
                    ec2.associateAddress(r -> r.allocationId(address).instanceId(id));
                }),
                named("CreateRoute", (ec2, id) -> {
                    String table =
                            ec2.describeRouteTables().routeTables().get(0).routeTableId();
                    ec2.createRoute(r -> r.routeTableId(table)
                            .destinationCidrBlock("192.0.2.0/24")
                            .instanceId(id));
                }),
                named("ModifyInstanceAttribute, groups", (ec2, id) -> {
                    String group =
                            ec2.describeSecurityGroups().securityGroups().get(0).groupId();
                    ec2.modifyInstanceAttribute(r -> r.instanceId(id).groups(group));
                }),
                named(
                        "ModifyInstanceAttribute, sourceDestCheck",
                        (ec2, id) -> ec2.modifyInstanceAttribute(
                                r -> r.instanceId(id).sourceDestCheck(check -> check.value(false)))));
    }

    private static Arguments named(String name, BiConsumer<Ec2Client, String> request) {
        return arguments(name, request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void theInstanceStandsForItsOnlyInterface(String name, BiConsumer<Ec2Client, String> request) {
        Ec2Client ec2 = aws.ec2();
        Subnet subnet = ec2.describeSubnets().subnets().get(0);
        String instance =
                new Launches(ec2).run(r -> r.subnetId(subnet.subnetId())).instanceId();
        request.accept(ec2, instance);
        String second = ec2.createNetworkInterface(r -> r.subnetId(subnet.subnetId()))
                .networkInterface()
                .networkInterfaceId();
        ec2.attachNetworkInterface(
                r -> r.networkInterfaceId(second).instanceId(instance).deviceIndex(1));
        assertThat(new Launches(ec2).describe(instance).networkInterfaces()).hasSize(2);
        Expect.awsError(
                "InvalidInstanceID",
                "There are multiple interfaces attached to instance '" + instance
                        + "'. Please specify an interface ID for the operation instead.",
                () -> request.accept(ec2, instance));
    }
}
