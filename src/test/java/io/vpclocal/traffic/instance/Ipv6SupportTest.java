package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.Cidr;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Instance types of the previous generation have no IPv6 addresses, and subnets for IPv6 only need Nitro instances. Code and
 * text as users of launches report them. UNVERIFIED: the other actions.
 */
@EmulatorTest
class Ipv6SupportTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Launches launches;
    private String vpc;
    private Cidr block;
    private String subnet;

    @BeforeEach
    void dualStack() {
        ec2 = aws.ec2();
        launches = new Launches(ec2);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        block = Cidr.parse(ec2.describeVpcs(r -> r.vpcIds(vpc))
                        .vpcs()
                        .get(0)
                        .ipv6CidrBlockAssociationSet()
                        .get(0)
                        .ipv6CidrBlock())
                .orElseThrow();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24").ipv6CidrBlock(block.at(0) + "/64"))
                .subnet()
                .subnetId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t1.micro", "m1.small", "m2.xlarge", "c1.medium", "m3.medium"})
    void previousGenerations(String type) {
        refused(
                type,
                () -> launches.run(r -> r.instanceType(type).subnetId(subnet).ipv6AddressCount(1)));
        String instance =
                launches.run(r -> r.instanceType(type).subnetId(subnet)).instanceId();
        String primary = launches.describe(instance).networkInterfaces().get(0).networkInterfaceId();
        refused(
                type,
                () -> ec2.assignIpv6Addresses(r -> r.networkInterfaceId(primary).ipv6AddressCount(1)));
        refused(
                type,
                () -> ec2.assignIpv6Addresses(r -> r.networkInterfaceId(primary).ipv6PrefixCount(1)));
        assertThat(launches.describe(instance).networkInterfaces().get(0).ipv6Addresses())
                .isEmpty();
        ec2.modifySubnetAttribute(r -> r.subnetId(subnet).assignIpv6AddressOnCreation(b -> b.value(true)));
        refused(type, () -> launches.run(r -> r.instanceType(type).subnetId(subnet)));
    }

    @Test
    void anInterfaceWithIpv6AddressesIsNotAttached() {
        String instance =
                launches.run(r -> r.instanceType("m3.medium").subnetId(subnet)).instanceId();
        String eni = ec2.createNetworkInterface(r -> r.subnetId(subnet).ipv6AddressCount(1))
                .networkInterface()
                .networkInterfaceId();
        refused(
                "m3.medium",
                () -> ec2.attachNetworkInterface(
                        r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1)));
    }

    @ParameterizedTest
    @CsvSource({"t2.micro, false", "m4.large, false", "t3.micro, true", "m5.large, true", "m5.metal, true"})
    void subnetsForIpv6Only(String type, boolean nitro) {
        String second = block.at(BigInteger.ONE.shiftLeft(64)) + "/64";
        String ipv6Only = ec2.createSubnet(
                        r -> r.vpcId(vpc).ipv6CidrBlock(second).ipv6Native(true))
                .subnet()
                .subnetId();
        if (nitro) {
            launches.run(r -> r.instanceType(type).subnetId(ipv6Only));
            Expect.awsError(
                    "InvalidParameterCombination",
                    () -> launches.run(r -> r.instanceType(type)
                            .subnetId(ipv6Only)
                            .privateDnsNameOptions(o -> o.hostnameType("ip-name"))));
        } else {
            refused(type, () -> launches.run(r -> r.instanceType(type).subnetId(ipv6Only)));
        }
        launches.run(r -> r.instanceType(type).subnetId(subnet).ipv6AddressCount(1));
    }

    private static void refused(String type, Runnable call) {
        Expect.awsError("UnsupportedOperation", "IPv6 addresses are not supported on " + type, call::run);
    }
}
