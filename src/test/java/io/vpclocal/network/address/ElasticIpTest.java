package io.vpclocal.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.Cidr;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: recorded from AWS or AWS documentation (EC2 API Reference) unless a test says otherwise. */
@EmulatorTest
class ElasticIpTest extends ElasticIpTestBase {

    @Test
    void aNewAddressIsNotAssociated() {
        AllocateAddressResponse made = ec2.allocateAddress(r -> r.tagSpecifications(TagSpecification.builder()
                .resourceType("elastic-ip")
                .tags(Tag.builder().key("Name").value("one").build())
                .build()));
        assertThat(made.allocationId()).matches("eipalloc-[0-9a-f]{17}");
        assertThat(made.domainAsString()).isEqualTo("vpc");
        assertThat(made.networkBorderGroup()).isEqualTo("us-east-1");
        assertThat(made.publicIpv4Pool()).isEqualTo("amazon");

        Address shown = describe(made.allocationId());
        assertThat(shown.publicIp()).isEqualTo(made.publicIp());
        assertThat(shown.associationId()).isNull();
        assertThat(shown.networkInterfaceId()).isNull();
        assertThat(shown.tags()).extracting(Tag::value).containsExactly("one");
    }

    @Test
    void allAddressesAreDifferentAndPublic() {
        Cidr range = Cidr.parse("54.144.0.0/12").orElseThrow();
        List<String> addresses = IntStream.range(0, 20)
                .mapToObj(i -> ec2.allocateAddress(r -> {}).publicIp())
                .toList();
        assertThat(addresses).doesNotHaveDuplicates().allSatisfy(a -> assertThat(
                        range.contains(Cidr.address(a).orElseThrow()))
                .isTrue());
    }

    @Test
    void anAssociationShowsOnBothSides() {
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(a -> a.value(true)));
        String eni = eni();
        AllocateAddressResponse made = ec2.allocateAddress(r -> {});
        String association = ec2.associateAddress(
                        r -> r.allocationId(made.allocationId()).networkInterfaceId(eni))
                .associationId();
        assertThat(association).matches("eipassoc-[0-9a-f]{17}");

        Address address = describe(made.allocationId());
        assertThat(address.associationId()).isEqualTo(association);
        assertThat(address.networkInterfaceId()).isEqualTo(eni);
        assertThat(address.networkInterfaceOwnerId()).isEqualTo(account);
        assertThat(address.privateIpAddress()).isEqualTo("10.0.0.4");
        NetworkInterface shown = shown(eni);
        assertThat(shown.association().publicIp()).isEqualTo(made.publicIp());
        assertThat(shown.association().allocationId()).isEqualTo(made.allocationId());
        assertThat(shown.association().associationId()).isEqualTo(association);
        assertThat(shown.association().ipOwnerId()).isEqualTo(account);
        assertThat(shown.association().publicDnsName())
                .isEqualTo("ec2-" + made.publicIp().replace('.', '-') + ".compute-1.amazonaws.com");
        assertThat(shown.privateIpAddresses().get(0).association().publicIp()).isEqualTo(made.publicIp());

        ec2.disassociateAddress(r -> r.associationId(association));
        assertThat(describe(made.allocationId()).associationId()).isNull();
        assertThat(shown(eni).association()).isNull();
    }

    @Test
    void aSecondaryAddressCanHaveItsOwnElasticIp() {
        String eni = eni();
        ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(eni).privateIpAddresses("10.0.0.50"));
        String id = allocate();
        ec2.associateAddress(r -> r.allocationId(id).networkInterfaceId(eni).privateIpAddress("10.0.0.50"));
        assertThat(shown(eni).association()).isNull();
        assertThat(shown(eni).privateIpAddresses().get(1).association().allocationId())
                .isEqualTo(id);
        String other = eni();
        ec2.assignPrivateIpAddresses(
                r -> r.networkInterfaceId(other).privateIpAddresses("10.0.0.50").allowReassignment(true));
        assertThat(describe(id).networkInterfaceId()).isEqualTo(other);
        ec2.unassignPrivateIpAddresses(r -> r.networkInterfaceId(other).privateIpAddresses("10.0.0.50"));
        assertThat(describe(id).networkInterfaceId()).isNull();
    }

    @Test
    void anAssociatedAddressMovesOnlyIfThatIsAllowed() {
        String one = eni();
        String two = eni();
        String id = allocate();
        String association = associate(id, one);
        assertThat(associate(id, one)).as("a repeated call").isEqualTo(association);
        Expect.awsError(
                "Resource.AlreadyAssociated",
                "resource " + id + " is already associated with associate-id " + association,
                () -> associate(id, two));
        ec2.associateAddress(r -> r.allocationId(id).networkInterfaceId(two).allowReassociation(true));
        assertThat(shown(one).association()).isNull();
        assertThat(describe(id).networkInterfaceId()).isEqualTo(two);
        String other = allocate();
        Expect.awsError("Resource.AlreadyAssociated", () -> associate(other, two));
    }

    @Test
    void publicAddressesRequireAnInternetGateway() {
        String eni = eni();
        String id = allocate();
        String association = associate(id, eni);
        Expect.awsError(
                "DependencyViolation",
                () -> ec2.detachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(vpc)));
        ec2.disassociateAddress(r -> r.associationId(association));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        Expect.awsError(
                "Gateway.NotAttached",
                "Network " + vpc + " is not attached to any internet gateway",
                () -> associate(id, eni));
    }

    @Test
    void anAddressInUseIsNotReleased() {
        String eni = eni();
        AllocateAddressResponse made = ec2.allocateAddress(r -> {});
        associate(made.allocationId(), eni);
        Expect.awsError(
                "InvalidIPAddress.InUse",
                "Address " + made.publicIp() + " is in use.",
                () -> ec2.releaseAddress(r -> r.allocationId(made.allocationId())));
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(eni));
        ec2.releaseAddress(r -> r.allocationId(made.allocationId()));
        Expect.awsError(
                "InvalidAllocationID.NotFound",
                "The allocation ID '" + made.allocationId() + "' does not exist",
                () -> describe(made.allocationId()));
    }

    @Test
    void olderCallsNameThePublicAddress() {
        AllocateAddressResponse made = ec2.allocateAddress(r -> {});
        String eni = eni();
        ec2.associateAddress(r -> r.publicIp(made.publicIp()).networkInterfaceId(eni));
        assertThat(ec2.describeAddresses(r -> r.publicIps(made.publicIp())).addresses())
                .singleElement()
                .satisfies(a -> assertThat(a.networkInterfaceId()).isEqualTo(eni));
        ec2.disassociateAddress(r -> r.publicIp(made.publicIp()));
        Expect.awsError("InvalidAddress.NotFound", () -> ec2.disassociateAddress(r -> r.publicIp(made.publicIp())));
        ec2.releaseAddress(r -> r.allocationId(made.allocationId()));
        Expect.awsError(
                "InvalidAddress.NotFound",
                "Address '" + made.publicIp() + "' not found.",
                () -> ec2.describeAddresses(r -> r.publicIps(made.publicIp())));
    }

    @Test
    void unknownIdsAreNotFound() {
        String eni = eni();
        String id = allocate();
        String none = "eipalloc-00000000000000000";
        Expect.awsError("InvalidAllocationID.NotFound", () -> ec2.releaseAddress(r -> r.allocationId(none)));
        Expect.awsError("InvalidAllocationID.NotFound", () -> associate(none, eni));
        Expect.awsError("InvalidNetworkInterfaceID.NotFound", () -> associate(id, "eni-00000000000000000"));
        Expect.awsError(
                "InvalidAssociationID.NotFound",
                "The association ID 'eipassoc-00000000000000000' does not exist",
                () -> ec2.disassociateAddress(r -> r.associationId("eipassoc-00000000000000000")));
        Expect.awsError(
                "InvalidInstanceID.NotFound",
                () -> ec2.associateAddress(r -> r.allocationId(id).instanceId("i-00000000000000000")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.associateAddress(
                        r -> r.allocationId(id).networkInterfaceId(eni).privateIpAddress("10.0.0.99")));
    }

    /** Our guess at the code. */
    @Test
    void missingParametersAreRejected() {
        String id = allocate();
        Expect.awsError("MissingParameter", () -> ec2.associateAddress(r -> r.allocationId(id)));
        Expect.awsError("MissingParameter", () -> ec2.associateAddress(r -> r.networkInterfaceId("eni-1")));
        Expect.awsError("MissingParameter", () -> ec2.disassociateAddress(r -> {}));
        Expect.awsError("MissingParameter", () -> ec2.releaseAddress(r -> {}));
    }

    /** The text that compatible APIs copy from AWS. UNVERIFIED: the last two actions. */
    @Test
    void anAddressIsNamedInOneWay() {
        String id = allocate();
        String either = "You may specify public IP or allocation id, but not both in the same call";
        Expect.awsError(
                "InvalidParameterCombination",
                either,
                () -> ec2.associateAddress(
                        r -> r.allocationId(id).publicIp("192.0.2.1").networkInterfaceId("eni-0123456789abcdef0")));
        Expect.awsError(
                "InvalidParameterCombination",
                either,
                () -> ec2.releaseAddress(r -> r.allocationId(id).publicIp("192.0.2.1")));
        Expect.awsError(
                "InvalidParameterCombination",
                "You may specify public IP or association id, but not both in the same call",
                () -> ec2.disassociateAddress(
                        r -> r.associationId("eipassoc-0123456789abcdef0").publicIp("192.0.2.1")));
    }
}
