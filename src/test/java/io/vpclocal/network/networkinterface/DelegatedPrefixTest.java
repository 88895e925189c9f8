package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Delegated prefixes. Expected answers: AWS documentation or recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class DelegatedPrefixTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private String subnet;
    private String ipv6;

    @BeforeEach
    void newSubnet() {
        ec2 = aws.ec2(Aws.newAccount());
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        ipv6 = ec2.describeVpcs(r -> r.vpcIds(vpc))
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
    void anInterfaceIsCreatedWithPrefixes() {
        NetworkInterface made = create(r -> r.ipv4PrefixCount(2).ipv6PrefixCount(1));
        assertThat(made.ipv4Prefixes())
                .extracting(Ipv4PrefixSpecification::ipv4Prefix)
                .containsExactly("10.0.1.16/28", "10.0.1.32/28");
        assertThat(made.ipv6Prefixes()).singleElement().satisfies(prefix -> assertThat(prefix.ipv6Prefix())
                .startsWith(ipv6.substring(0, ipv6.indexOf("::")))
                .endsWith("/80"));
        assertThat(made.privateIpAddress()).isEqualTo("10.0.1.4");
        NetworkInterface given =
                create(r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.128/28")).privateIpAddress("10.0.1.9"));
        assertThat(ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(given.networkInterfaceId()))
                        .networkInterfaces()
                        .get(0)
                        .ipv4Prefixes())
                .containsExactly(Ipv4PrefixSpecification.builder()
                        .ipv4Prefix("10.0.1.128/28")
                        .build());
    }

    /** 251 usable addresses, of which the primary address and the prefixes use 1 + 2 * 16. */
    @Test
    void addressesOfPrefixesAreInUse() {
        create(r -> r.ipv4PrefixCount(2));
        assertThat(ec2.describeSubnets(r -> r.subnetIds(subnet))
                        .subnets()
                        .get(0)
                        .availableIpAddressCount())
                .isEqualTo(251 - 33);
        Expect.awsError("InvalidIPAddress.InUse", () -> create(r -> r.privateIpAddress("10.0.1.20")));
        String eni = create(r -> r.privateIpAddress("10.0.1.15")).networkInterfaceId();
        assertThat(ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(eni).secondaryPrivateIpAddressCount(1))
                        .assignedPrivateIpAddresses()
                        .get(0)
                        .privateIpAddress())
                .isEqualTo("10.0.1.48");
    }

    @Test
    void prefixesAreAssignedAndUnassigned() {
        String eni = create(r -> {}).networkInterfaceId();
        assertThat(ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(eni).ipv4PrefixCount(1))
                        .assignedIpv4Prefixes())
                .extracting(Ipv4PrefixSpecification::ipv4Prefix)
                .containsExactly("10.0.1.16/28");
        ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(eni).ipv4Prefixes("10.0.1.64/28"));
        List<String> assigned = ec2.assignIpv6Addresses(
                        r -> r.networkInterfaceId(eni).ipv6PrefixCount(2))
                .assignedIpv6Prefixes();
        assertThat(assigned).hasSize(2).doesNotHaveDuplicates();
        ec2.unassignPrivateIpAddresses(r -> r.networkInterfaceId(eni).ipv4Prefixes("10.0.1.16/28"));
        assertThat(ec2.unassignIpv6Addresses(r -> r.networkInterfaceId(eni).ipv6Prefixes(assigned))
                        .unassignedIpv6Prefixes())
                .isEqualTo(assigned);
        NetworkInterface left = ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0);
        assertThat(left.ipv4Prefixes())
                .extracting(Ipv4PrefixSpecification::ipv4Prefix)
                .containsExactly("10.0.1.64/28");
        assertThat(left.ipv6Prefixes()).isEmpty();
        Expect.awsError(
                "InvalidParameterValue",
                "Some of the specified addresses are not assigned to interface " + eni,
                () -> ec2.unassignPrivateIpAddresses(
                        r -> r.networkInterfaceId(eni).ipv4Prefixes("10.0.1.16/28")));
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(eni));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
    }

    /** Recorded from AWS: a subnet with too few addresses, and one with enough that is fragmented. */
    @Test
    void aSubnetWithoutFreePrefixes() {
        String small = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.2.0/27"))
                .subnet()
                .subnetId();
        Expect.awsError(
                "InsufficientCidrBlocks",
                "The specified subnet does not have enough free cidr blocks to satisfy the request.",
                () -> ec2.createNetworkInterface(r -> r.subnetId(small).ipv4PrefixCount(1)));
        Expect.awsError(
                "InvalidParameterValue",
                "There aren't sufficient free Ipv4 addresses or prefixes",
                () -> ec2.createNetworkInterface(r -> r.subnetId(small).ipv4PrefixCount(2)));
    }

    /** AWS documentation: counts and lists exclude each other. The texts about prefixes are our guess. */
    @Test
    void refusals() {
        Expect.awsError(
                "InvalidParameterCombination",
                () -> create(r -> r.ipv4PrefixCount(1).ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.16/28"))));
        Expect.awsError("InvalidParameterValue", () -> create(r -> r.ipv4PrefixCount(0)));
        Expect.awsError("InvalidParameterValue", () -> create(r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.16/27"))));
        Expect.awsError("InvalidParameterValue", () -> create(r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.9.16/28"))));
        create(r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.16/28")));
        Expect.awsError("InvalidIPAddress.InUse", () -> create(r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.16/28"))));
    }

    private NetworkInterface create(Consumer<CreateNetworkInterfaceRequest.Builder> how) {
        return ec2.createNetworkInterface(r -> how.accept(r.subnetId(subnet))).networkInterface();
    }
}
