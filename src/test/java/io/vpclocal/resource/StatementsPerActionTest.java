package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.StatementCount;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * The number of statements that a write prepares. Rows that a transaction has found are not read again, and rows of one
 * table are written in one batch. A number may grow only for a row that the action newly needs.
 */
@EmulatorTest
class StatementsPerActionTest {

    /** The resources that the actions use: a VPC with a subnet. */
    private record Network(Ec2Client ec2, String vpc, String subnet) {}

    @Autowired
    private Aws aws;

    @Autowired
    private EntityManagerFactory entities;

    static Stream<Arguments> actions() {
        return Stream.of(
                action("CreateVpc", 9, n -> n.ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16"))),
                action(
                        "CreateSecurityGroup",
                        5,
                        n -> n.ec2.createSecurityGroup(r -> r.vpcId(n.vpc)
                                .groupName("g" + System.nanoTime())
                                .description("d"))),
                action("CreateRouteTable", 7, n -> n.ec2.createRouteTable(r -> r.vpcId(n.vpc))),
                action(
                        "CreateVpcEndpoint, gateway",
                        4,
                        n -> n.ec2.createVpcEndpoint(r -> r.vpcId(n.vpc).serviceName("com.amazonaws.us-east-1.s3"))),
                action(
                        "CreateVpcEndpoint, interface",
                        15,
                        n -> n.ec2.createVpcEndpoint(r -> r.vpcId(n.vpc)
                                .vpcEndpointType("Interface")
                                .serviceName("com.amazonaws.us-east-1.kms")
                                .subnetIds(n.subnet)
                                .privateDnsEnabled(false))),
                action("CreateNetworkInterface", 13, n -> n.ec2.createNetworkInterface(r -> r.subnetId(n.subnet))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("actions")
    void statementsPerAction(String name, int expected, Consumer<Network> action) {
        Ec2Client ec2 = aws.ec2();
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/20"))
                .subnet()
                .subnetId();
        Network network = new Network(ec2, vpc, subnet);
        assertThat(StatementCount.of(entities, () -> action.accept(network))).isEqualTo(expected);
    }

    private static Arguments action(String name, int statements, Consumer<Network> action) {
        return Arguments.of(name, statements, action);
    }
}
