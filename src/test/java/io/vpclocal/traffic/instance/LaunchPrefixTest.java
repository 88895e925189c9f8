package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceIpv4Prefix;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceType;

/**
 * Prefixes that a launch delegates to its interfaces (EC2 API Reference, InstanceNetworkInterfaceSpecification). The
 * errors are those of CreateNetworkInterface.
 */
@EmulatorTest
class LaunchPrefixTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Launches launches;
    private String subnet;

    @BeforeEach
    void newSubnet() {
        ec2 = aws.ec2(Aws.newAccount());
        launches = new Launches(ec2);
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        String ipv6 = ec2.describeVpcs(r -> r.vpcIds(vpc))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock()
                .replace("/56", "/64");
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24").ipv6CidrBlock(ipv6))
                .subnet()
                .subnetId();
    }

    @Test
    void eachInstanceGetsPrefixes() {
        InstanceNetworkInterface made = run(i -> i.ipv4PrefixCount(2).ipv6PrefixCount(1));
        assertThat(made.ipv4Prefixes())
                .extracting(InstanceIpv4Prefix::ipv4Prefix)
                .containsExactly("10.0.1.16/28", "10.0.1.32/28");
        assertThat(made.ipv6Prefixes()).singleElement().satisfies(prefix -> assertThat(prefix.ipv6Prefix())
                .endsWith("/80"));
        assertThat(run(i -> i.ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.128/28"))).ipv4Prefixes())
                .extracting(InstanceIpv4Prefix::ipv4Prefix)
                .containsExactly("10.0.1.128/28");
        assertThat(ec2.describeInstances(r -> r.filters(f -> f.name("network-interface.ipv4-prefixes.ipv4-prefix")
                                .values("10.0.1.128/28")))
                        .reservations())
                .hasSize(1);
        assertThat(ec2.runInstances(r -> r.imageId("ami-12345678")
                                .instanceType(InstanceType.C5_LARGE)
                                .minCount(2)
                                .maxCount(2)
                                .networkInterfaces(
                                        i -> i.deviceIndex(0).subnetId(subnet).ipv4PrefixCount(1)))
                        .instances())
                .flatExtracting(Instance::networkInterfaces)
                .flatExtracting(InstanceNetworkInterface::ipv4Prefixes)
                .extracting(InstanceIpv4Prefix::ipv4Prefix)
                .containsExactly("10.0.1.48/28", "10.0.1.64/28");
    }

    /** Terraform writes prefixes in launch templates, not in instances. */
    @Test
    void aLaunchTemplateHasPrefixes() {
        ec2.createLaunchTemplate(r -> r.launchTemplateName("prefixes").launchTemplateData(d -> d.imageId("ami-12345678")
                .instanceType(InstanceType.C5_LARGE)
                .networkInterfaces(i -> i.deviceIndex(0)
                        .subnetId(subnet)
                        .ipv4PrefixCount(1)
                        .ipv6Prefixes(p -> p.ipv6Prefix(ipv6Prefix())))));
        assertThat(ec2.describeLaunchTemplateVersions(r -> r.launchTemplateName("prefixes"))
                        .launchTemplateVersions()
                        .get(0)
                        .launchTemplateData()
                        .networkInterfaces())
                .singleElement()
                .satisfies(one -> assertThat(one.ipv4PrefixCount()).isEqualTo(1));
        InstanceNetworkInterface made = ec2.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("prefixes"))
                        .minCount(1)
                        .maxCount(1))
                .instances()
                .get(0)
                .networkInterfaces()
                .get(0);
        assertThat(made.ipv4Prefixes()).hasSize(1);
        assertThat(made.ipv6Prefixes()).singleElement().satisfies(prefix -> assertThat(prefix.ipv6Prefix())
                .isEqualTo(ipv6Prefix()));
    }

    private String ipv6Prefix() {
        return ec2.describeSubnets(r -> r.subnetIds(subnet))
                .subnets()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock()
                .replace("::/64", ":1::/80");
    }

    /** A c5.large has 3 interfaces with 10 addresses or prefixes each (User Guide for instances). */
    @Test
    void theInstanceTypeLimitsThem() {
        assertThat(run(i -> i.ipv4PrefixCount(9)).ipv4Prefixes()).hasSize(9);
        Expect.awsError(
                "PrivateIpAddressLimitExceeded",
                "Number of private addresses will exceed limit.",
                () -> run(i -> i.ipv6PrefixCount(11)));
    }

    static Stream<Consumer<InstanceNetworkInterfaceSpecification.Builder>> combinations() {
        return Stream.of(
                i -> i.ipv4PrefixCount(1).ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.16/28")),
                i -> i.ipv4PrefixCount(1).secondaryPrivateIpAddressCount(1),
                i -> i.ipv4PrefixCount(1).privateIpAddresses(a -> a.privateIpAddress("10.0.1.9")),
                i -> i.ipv6PrefixCount(1).ipv6AddressCount(1),
                i -> i.networkInterfaceId("eni-0123456789abcdef0")
                        .subnetId(null)
                        .ipv4PrefixCount(1),
                i -> i.networkInterfaceId("eni-0123456789abcdef0")
                        .subnetId(null)
                        .ipv6PrefixCount(1));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void parametersThatExcludeEachOther(Consumer<InstanceNetworkInterfaceSpecification.Builder> with) {
        Expect.awsError("InvalidParameterCombination", () -> run(with));
    }

    /** EC2 API Reference: interfaces of type efa-only do not support IP addresses. UNVERIFIED: the code. */
    @Test
    void interfacesWithoutAddressesHaveNone() {
        Stream.<Consumer<InstanceNetworkInterfaceSpecification.Builder>>of(
                        i -> i.ipv4PrefixCount(1),
                        i -> i.privateIpAddress("10.0.1.9"),
                        i -> i.secondaryPrivateIpAddressCount(1),
                        i -> i.ipv6AddressCount(1))
                .forEach(with -> Expect.awsError(
                        "InvalidParameterCombination",
                        "Network interfaces of type efa-only do not support IP addresses.",
                        () -> launches.run(r -> r.instanceType("c5n.18xlarge")
                                .networkInterfaces(
                                        i -> i.deviceIndex(0).subnetId(subnet),
                                        i -> with.accept(i.deviceIndex(1)
                                                .subnetId(subnet)
                                                .interfaceType("efa-only"))))));
    }

    @Test
    void invalidPrefixes() {
        Expect.awsError("InvalidParameterValue", () -> run(i -> i.ipv4PrefixCount(-1)));
        Expect.awsError("InvalidParameterValue", () -> run(i -> i.ipv4Prefixes(p -> p.ipv4Prefix("10.0.9.16/28"))));
        assertThat(run(i -> i.ipv4PrefixCount(0).ipv6PrefixCount(0)).ipv4Prefixes())
                .isEmpty();
    }

    private InstanceNetworkInterface run(Consumer<InstanceNetworkInterfaceSpecification.Builder> with) {
        return launches.run(r -> r.instanceType(InstanceType.C5_LARGE)
                        .networkInterfaces(i -> with.accept(i.deviceIndex(0).subnetId(subnet))))
                .networkInterfaces()
                .get(0);
    }
}
