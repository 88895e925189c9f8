package io.vpclocal.network.networkinterface;

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

/** The number of SQL statements of a description does not grow with the number of resources. */
@EmulatorTest
class DescribeCostTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EntityManagerFactory entities;

    static Stream<Arguments> descriptions() {
        return Stream.of(
                description("subnets", ec2 -> ec2.describeSubnets(r -> {})),
                description(
                        "subnets by count",
                        ec2 -> ec2.describeSubnets(r -> r.filters(
                                f -> f.name("available-ip-address-count").values("2*")))),
                description("network interfaces", ec2 -> ec2.describeNetworkInterfaces(r -> {})),
                description(
                        "network interfaces by name",
                        ec2 -> ec2.describeNetworkInterfaces(
                                r -> r.filters(f -> f.name("private-dns-name").values("ip-*")))),
                description("addresses", ec2 -> ec2.describeAddresses(r -> {})),
                description("NAT gateways", ec2 -> ec2.describeNatGateways(r -> {})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("descriptions")
    void manyCostAsFewStatementsAsOne(String what, Consumer<Ec2Client> describe) {
        InterfaceFixture fixture = InterfaceFixture.in(aws);
        String gateway =
                fixture.ec2().createInternetGateway(r -> {}).internetGateway().internetGatewayId();
        fixture.ec2().attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(fixture.vpc()));
        fill(fixture, 1);
        long few = StatementCount.of(entities, () -> describe.accept(fixture.ec2()));
        for (int i = 2; i < 8; i++) {
            fill(fixture, i);
        }
        assertThat(StatementCount.of(entities, () -> describe.accept(fixture.ec2())))
                .as(what)
                .isEqualTo(few);
    }

    private static void fill(InterfaceFixture fixture, int n) {
        Ec2Client ec2 = fixture.ec2();
        String subnet = ec2.createSubnet(r -> r.vpcId(fixture.vpc()).cidrBlock("10.0." + n + ".0/24"))
                .subnet()
                .subnetId();
        String group = fixture.group(fixture.vpc(), "g" + n);
        fixture.create(r -> r.subnetId(subnet).groups(group).ipv6AddressCount(0));
        String address = ec2.allocateAddress(r -> {}).allocationId();
        ec2.createNatGateway(r -> r.subnetId(subnet).allocationId(address));
    }

    private static Arguments description(String what, Consumer<Ec2Client> describe) {
        return Arguments.of(what, describe);
    }
}
