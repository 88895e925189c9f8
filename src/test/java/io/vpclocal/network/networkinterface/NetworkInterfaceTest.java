package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.Cidr;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: recorded from AWS or AWS documentation (EC2 API Reference) unless a test says otherwise. */
@EmulatorTest
class NetworkInterfaceTest extends InterfaceTestBase {

    @Test
    void aNewInterfaceIsPendingAndThenAvailable() {
        NetworkInterface created = fixture.create(r -> r.description("first").tagSpecifications(tagged("one")));
        assertThat(created.statusAsString()).isEqualTo("pending");

        NetworkInterface described = fixture.describe(created.networkInterfaceId());
        assertThat(described.statusAsString()).isEqualTo("available");
        assertThat(described.networkInterfaceId()).matches("eni-[0-9a-f]{17}");
        assertThat(described.ownerId()).isEqualTo(fixture.account());
        assertThat(described.vpcId()).isEqualTo(fixture.vpc());
        assertThat(described.subnetId()).isEqualTo(fixture.subnet());
        assertThat(described.availabilityZone()).isEqualTo("us-east-1a");
        assertThat(described.description()).isEqualTo("first");
        assertThat(described.interfaceTypeAsString()).isEqualTo("interface");
        assertThat(described.macAddress()).matches("02(:[0-9a-f]{2}){5}");
        assertThat(described.requesterManaged()).isFalse();
        assertThat(described.sourceDestCheck()).isTrue();
        assertThat(described.attachment()).isNull();
        assertThat(described.privateIpAddress()).isEqualTo("10.0.0.4");
        assertThat(described.privateIpAddresses()).singleElement().satisfies(a -> assertThat(a.primary())
                .isTrue());
        assertThat(described.ipv6Addresses()).isEmpty();
        assertThat(described.groups()).extracting(GroupIdentifier::groupName).containsExactly("default");
        assertThat(described.groups()).extracting(GroupIdentifier::groupId).containsExactly(fixture.defaultGroup());
        assertThat(described.tagSet()).extracting(Tag::value).containsExactly("one");
    }

    @Test
    void interfacesHaveDnsNamesOnlyWithDnsHostnames() {
        String id = fixture.create().networkInterfaceId();
        assertThat(fixture.describe(id).privateDnsName()).isNull();
        ec2.modifyVpcAttribute(r -> r.vpcId(fixture.vpc()).enableDnsHostnames(a -> a.value(true)));
        assertThat(fixture.describe(id).privateDnsName()).isEqualTo("ip-10-0-0-4.ec2.internal");
    }

    @Test
    void primarySecondaryAndIpv6AddressesCanBeChosen() {
        NetworkInterface created = fixture.create(r -> r.privateIpAddresses(
                        a -> a.privateIpAddress("10.0.0.50").primary(true),
                        a -> a.privateIpAddress("10.0.0.60").primary(false))
                .ipv6Addresses(a -> a.ipv6Address(fixture.ipv6(10))));
        assertThat(created.privateIpAddress()).isEqualTo("10.0.0.50");
        assertThat(created.privateIpAddresses())
                .extracting(a -> a.privateIpAddress())
                .containsExactly("10.0.0.50", "10.0.0.60");
        assertThat(created.ipv6Addresses()).extracting(a -> a.ipv6Address()).containsExactly(fixture.ipv6(10));
        assertThat(fixture.available()).isEqualTo(251 - 2);
    }

    @Test
    void addressCountsAssignFreeAddresses() {
        NetworkInterface created =
                fixture.create(r -> r.secondaryPrivateIpAddressCount(3).ipv6AddressCount(2));
        assertThat(created.privateIpAddresses()).hasSize(4);
        assertThat(created.ipv6Addresses()).hasSize(2).allSatisfy(a -> assertThat(
                        fixture.ipv6().contains(Cidr.address(a.ipv6Address()).orElseThrow()))
                .isTrue());
        assertThat(fixture.available()).isEqualTo(251 - 4);
    }

    @Test
    void aSubnetCanAssignIpv6AddressesOnCreation() {
        ec2.modifySubnetAttribute(r -> r.subnetId(fixture.subnet()).assignIpv6AddressOnCreation(a -> a.value(true)));
        assertThat(fixture.create().ipv6Addresses()).hasSize(1);
        assertThat(fixture.create(r -> r.ipv6AddressCount(0)).ipv6Addresses()).isEmpty();
    }

    @Test
    void anInterfaceInAnIpv6OnlySubnetHasNoIpv4Address() {
        String subnet = ec2.createSubnet(r -> r.vpcId(fixture.vpc())
                        .ipv6Native(true)
                        .ipv6CidrBlock(fixture.ipv6().at(BigInteger.ONE.shiftLeft(64)) + "/64"))
                .subnet()
                .subnetId();
        NetworkInterface created =
                ec2.createNetworkInterface(r -> r.subnetId(subnet)).networkInterface();
        assertThat(created.privateIpAddress()).isNull();
        assertThat(created.ipv6Addresses()).hasSize(1);
        assertThat(created.ipv6Native()).isTrue();
    }

    @Test
    void theSameClientTokenMakesOneInterface() {
        String first = fixture.create(r -> r.clientToken("t")).networkInterfaceId();
        assertThat(fixture.create(r -> r.clientToken("t")).networkInterfaceId()).isEqualTo(first);
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> fixture.create(r -> r.clientToken("t").description("other")));
        assertThat(fixture.available()).isEqualTo(250);
    }

    @Test
    void aSubnetAndAGroupInUseCannotBeDeleted() {
        String group = fixture.group(fixture.vpc(), "g");
        String id = fixture.create(r -> r.groups(group)).networkInterfaceId();
        Expect.awsError(
                "DependencyViolation",
                "The subnet '" + fixture.subnet() + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteSubnet(r -> r.subnetId(fixture.subnet())));
        Expect.awsError(
                "DependencyViolation",
                "resource " + group + " has a dependent object",
                () -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id));
        Expect.awsError(
                "InvalidNetworkInterfaceID.NotFound",
                "The networkInterface ID '" + id + "' does not exist",
                () -> fixture.describe(id));
        assertThat(fixture.available()).isEqualTo(251);
        ec2.deleteSecurityGroup(r -> r.groupId(group));
        ec2.deleteSubnet(r -> r.subnetId(fixture.subnet()));
    }

    @Test
    void anIpv6BlockInUseCannotBeDisassociated() {
        String association = ec2.describeSubnets(r -> r.subnetIds(fixture.subnet()))
                .subnets()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .associationId();
        fixture.create(r -> r.ipv6AddressCount(1));
        Expect.awsError(
                "InvalidCidrBlock.InUse", () -> ec2.disassociateSubnetCidrBlock(r -> r.associationId(association)));
    }

    @ParameterizedTest
    @CsvSource({
        "network-interface-id, {id}",
        "vpc-id, {vpc}",
        "subnet-id, {subnet}",
        "availability-zone, us-east-1a",
        "availability-zone-id, use1-az*",
        "description, wanted*",
        "group-id, {group}",
        "interface-type, interface",
        "mac-address, {mac}",
        "owner-id, {owner}",
        "requester-id, {owner}",
        "private-ip-address, 10.0.0.77",
        "private-ip-address, 10.0.0.78",
        "addresses.private-ip-address, 10.0.0.78",
        "addresses.primary, false",
        "ipv6-addresses.ipv6-address, {ipv6}",
        "requester-managed, false",
        "operator.managed, false",
        "source-dest-check, true",
        "status, available",
        "private-dns-name, ip-10-0-0-77.ec2.internal",
        "tag:Name, wanted",
        "tag-key, Name",
    })
    void interfacesAreFoundByFilter(String name, String pattern) {
        ec2.modifyVpcAttribute(r -> r.vpcId(fixture.vpc()).enableDnsHostnames(a -> a.value(true)));
        String group = fixture.group(fixture.vpc(), "g");
        NetworkInterface wanted = fixture.create(r -> r.description("wanted one")
                .groups(group)
                .privateIpAddresses(
                        a -> a.privateIpAddress("10.0.0.77").primary(true), a -> a.privateIpAddress("10.0.0.78"))
                .ipv6AddressCount(1)
                .tagSpecifications(tagged("wanted")));
        String value = pattern.replace("{id}", wanted.networkInterfaceId())
                .replace("{vpc}", fixture.vpc())
                .replace("{subnet}", fixture.subnet())
                .replace("{group}", group)
                .replace("{mac}", wanted.macAddress())
                .replace("{owner}", fixture.account())
                .replace("{ipv6}", wanted.ipv6Addresses().get(0).ipv6Address());
        assertThat(find(name, value)).containsExactly(wanted.networkInterfaceId());
        assertThat(find(name, "nothing-like-it")).isEmpty();
    }

    @Test
    void anUnknownFilterIsRefused() {
        Expect.awsError("InvalidParameterValue", "The filter 'colour' is invalid", () -> find("colour", "red"));
    }

    @ParameterizedTest
    @CsvSource({
        "association.allocation-id",
        "association.association-id",
        "addresses.association.owner-id",
        "addresses.association.public-ip",
        "association.ip-owner-id",
        "association.public-ip",
        "association.public-dns-name",
        "attachment.attach-time",
        "attachment.attachment-id",
        "attachment.delete-on-termination",
        "attachment.device-index",
        "attachment.instance-id",
        "attachment.instance-owner-id",
        "attachment.status",
        "operator.principal",
    })
    void filtersOfWhatAnInterfaceHasNotFindNothing(String name) {
        fixture.create();
        assertThat(find(name, "*")).isEmpty();
    }

    private static TagSpecification tagged(String name) {
        return TagSpecification.builder()
                .resourceType("network-interface")
                .tags(Tag.builder().key("Name").value(name).build())
                .build();
    }
}
