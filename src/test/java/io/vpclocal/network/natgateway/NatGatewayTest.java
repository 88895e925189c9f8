package io.vpclocal.network.natgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.PublicSubnet;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: recorded from AWS or AWS documentation (EC2 API Reference, VPC User Guide) unless a test says otherwise. */
@EmulatorTest
class NatGatewayTest {

    private static final String NONE = "nat-00000000000000000";

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private Ec2Client ec2;
    private String account;
    private String vpc;
    private String gateway;
    private String subnet;

    @BeforeEach
    void newSubnet() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        PublicSubnet made = PublicSubnet.in(ec2);
        vpc = made.vpc();
        gateway = made.gateway();
        subnet = made.subnet();
    }

    @AfterEach
    void realTime() {
        clock.real();
    }

    @Test
    void aPublicGatewayHasItsOwnInterface() {
        AllocateAddressResponse address = ec2.allocateAddress(r -> {});
        NatGateway created = ec2.createNatGateway(r ->
                        r.subnetId(subnet).allocationId(address.allocationId()).tagSpecifications(named("one")))
                .natGateway();
        assertThat(created.stateAsString()).isEqualTo("pending");
        assertThat(created.natGatewayId()).matches("nat-[0-9a-f]{17}");

        NatGateway shown = describe(created.natGatewayId());
        assertThat(shown.stateAsString()).isEqualTo("available");
        assertThat(shown.vpcId()).isEqualTo(vpc);
        assertThat(shown.subnetId()).isEqualTo(subnet);
        assertThat(shown.connectivityTypeAsString()).isEqualTo("public");
        assertThat(shown.tags()).extracting(Tag::value).containsExactly("one");
        NatGatewayAddress on = shown.natGatewayAddresses().get(0);
        assertThat(on.allocationId()).isEqualTo(address.allocationId());
        assertThat(on.publicIp()).isEqualTo(address.publicIp());
        assertThat(on.privateIp()).isEqualTo("10.0.0.4");
        assertThat(on.isPrimary()).isTrue();
        assertThat(on.statusAsString()).isEqualTo("succeeded");

        NetworkInterface eni = ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(on.networkInterfaceId()))
                .networkInterfaces()
                .get(0);
        assertThat(eni.description()).isEqualTo("Interface for NAT Gateway " + created.natGatewayId());
        assertThat(eni.interfaceTypeAsString()).isEqualTo("nat_gateway");
        assertThat(eni.requesterManaged()).isTrue();
        assertThat(eni.sourceDestCheck()).isFalse();
        assertThat(eni.groups()).isEmpty();
        assertThat(eni.statusAsString()).isEqualTo("in-use");
        assertThat(eni.attachment().attachmentId()).startsWith("ela-attach-");
        assertThat(eni.association().publicIp()).isEqualTo(address.publicIp());
        assertThat(eni.association().associationId()).isEqualTo(on.associationId());
    }

    @Test
    void aPrivateGatewayHasNoPublicAddress() {
        String id = ec2.createNatGateway(
                        r -> r.subnetId(subnet).connectivityType("private").privateIpAddress("10.0.0.77"))
                .natGateway()
                .natGatewayId();
        NatGateway shown = describe(id);
        assertThat(shown.stateAsString()).isEqualTo("available");
        assertThat(shown.natGatewayAddresses()).singleElement().satisfies(a -> {
            assertThat(a.privateIp()).isEqualTo("10.0.0.77");
            assertThat(a.publicIp()).isNull();
            assertThat(a.allocationId()).isNull();
        });
    }

    @Test
    void usersCannotChangeTheAddressOfAGateway() {
        AllocateAddressResponse address = ec2.allocateAddress(r -> {});
        String id = publicGateway(address.allocationId());
        String association = describe(id).natGatewayAddresses().get(0).associationId();
        String denied = "You do not have permission to access the specified resource.";
        Expect.awsError("AuthFailure", denied, () -> ec2.releaseAddress(r -> r.allocationId(address.allocationId())));
        Expect.awsError("AuthFailure", denied, () -> ec2.disassociateAddress(r -> r.associationId(association)));
        String eni = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        Expect.awsError(
                "AuthFailure",
                denied,
                () -> ec2.associateAddress(r -> r.allocationId(address.allocationId())
                        .networkInterfaceId(eni)
                        .allowReassociation(true)));
    }

    @Test
    void aDeletedGatewayStaysVisibleForAnHour() {
        AllocateAddressResponse address = ec2.allocateAddress(r -> {});
        String id = publicGateway(address.allocationId());
        Expect.awsError(
                "DependencyViolation",
                "The subnet '" + subnet + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteSubnet(r -> r.subnetId(subnet)));
        assertThat(ec2.deleteNatGateway(r -> r.natGatewayId(id)).natGatewayId()).isEqualTo(id);

        NatGateway shown = describe(id);
        assertThat(shown.stateAsString()).isEqualTo("deleted");
        assertThat(shown.deleteTime()).isNotNull();
        assertThat(ec2.describeNetworkInterfaces(r -> {}).networkInterfaces()).isEmpty();
        ec2.releaseAddress(r -> r.allocationId(address.allocationId()));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.deleteNatGateway(r -> r.natGatewayId(id));

        clock.advance(Duration.ofMinutes(61));
        assertThat(ec2.describeNatGateways(r -> {}).natGateways()).isEmpty();
        Expect.awsError(
                "NatGatewayNotFound",
                "NAT gateway " + id + " was not found",
                () -> ec2.describeNatGateways(r -> r.natGatewayIds(id)));
        Expect.awsError("NatGatewayNotFound", () -> ec2.deleteNatGateway(r -> r.natGatewayId(id)));
    }

    @Test
    void anAssociatedAddressMakesTheGatewayFail() {
        AllocateAddressResponse address = ec2.allocateAddress(r -> {});
        publicGateway(address.allocationId());
        String id = publicGateway(address.allocationId());
        NatGateway shown = describe(id);
        assertThat(shown.stateAsString()).isEqualTo("failed");
        assertThat(shown.failureCode()).isEqualTo("Resource.AlreadyAssociated");
        assertThat(shown.failureMessage())
                .isEqualTo("Elastic IP address [" + address.allocationId() + "] is already associated");
    }

    @Test
    void aVpcWithoutInternetGatewayMakesThePublicGatewayFail() {
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        String id = publicGateway(ec2.allocateAddress(r -> {}).allocationId());
        assertThat(describe(id).stateAsString()).isEqualTo("failed");
        assertThat(describe(id).failureCode()).isEqualTo("Gateway.NotAttached");
        assertThat(describe(id).failureMessage()).isEqualTo("Network " + vpc + " has no Internet gateway attached");
    }

    @Test
    void aFullSubnetMakesTheGatewayFail() {
        String small = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.9.0/28"))
                .subnet()
                .subnetId();
        ec2.createNetworkInterface(r -> r.subnetId(small).secondaryPrivateIpAddressCount(10));
        String id = ec2.createNatGateway(r -> r.subnetId(small).connectivityType("private"))
                .natGateway()
                .natGatewayId();
        assertThat(describe(id).stateAsString()).isEqualTo("failed");
        assertThat(describe(id).failureCode()).isEqualTo("InsufficientFreeAddressesInSubnet");
        assertThat(describe(id).failureMessage())
                .isEqualTo("Subnet has insufficient free addresses to create this NAT gateway");
    }

    @Test
    void theSameClientTokenMakesOneGateway() {
        String first = ec2.createNatGateway(
                        r -> r.subnetId(subnet).connectivityType("private").clientToken("t"))
                .natGateway()
                .natGatewayId();
        assertThat(ec2.createNatGateway(r ->
                                r.subnetId(subnet).connectivityType("private").clientToken("t"))
                        .natGateway()
                        .natGatewayId())
                .isEqualTo(first);
    }

    @Test
    void invalidGatewaysAreRejected() {
        String address = ec2.allocateAddress(r -> {}).allocationId();
        // From tests of AWS's Kubernetes controllers.
        Expect.awsError(
                "InvalidSubnet",
                "The subnet ID 'InvalidSubnet' is malformed",
                () -> ec2.createNatGateway(r -> r.subnetId("InvalidSubnet").connectivityType("private")));
        Expect.awsError(
                "InvalidElasticIpID.Malformed",
                "The elastic-ip ID 'MalformedElasticIpId' is malformed",
                () -> publicGateway("MalformedElasticIpId"));
        for (String none : new String[] {"", null}) {
            Expect.awsError(
                    "MissingParameter",
                    "The request must include the AllocationId parameter. Add the required parameter and retry the"
                            + " request.",
                    () -> publicGateway(none));
        }
        Expect.awsError(
                "InvalidElasticIpID.NotFound",
                "The elasticIp ID 'eipalloc-00000000000000000' does not exist",
                () -> publicGateway("eipalloc-00000000000000000"));
        Expect.awsError(
                "InvalidSubnetID.NotFound",
                () -> ec2.createNatGateway(
                        r -> r.subnetId("subnet-00000000000000000").allocationId(address)));
        Expect.awsError("MissingParameter", () -> ec2.createNatGateway(r -> r.subnetId(subnet)));
        Expect.awsError("MissingParameter", () -> ec2.createNatGateway(r -> r.allocationId(address)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.createNatGateway(
                        r -> r.subnetId(subnet).allocationId(address).connectivityType("private")));
        Expect.awsError(
                "NatGatewayNotFound",
                "NAT gateway " + NONE + " was not found",
                () -> ec2.deleteNatGateway(r -> r.natGatewayId(NONE)));
        Expect.awsError("NatGatewayMalformed", () -> ec2.describeNatGateways(r -> r.natGatewayIds("nat-x")));
        Expect.awsError(
                "InvalidParameter",
                "1 validation error detected: Value '4' at 'maxResults' failed to satisfy constraint: Member must have"
                        + " value greater than or equal to 5",
                () -> ec2.describeNatGateways(r -> r.maxResults(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "nat-gateway-id, {id}",
        "vpc-id, {vpc}",
        "subnet-id, {subnet}",
        "state, available",
        "connectivity-type, private",
        "tag:Name, wanted",
        "tag-key, Name",
    })
    void gatewaysAreFoundByFilter(String name, String pattern) {
        String id = ec2.createNatGateway(
                        r -> r.subnetId(subnet).connectivityType("private").tagSpecifications(named("wanted")))
                .natGateway()
                .natGatewayId();
        String value = pattern.replace("{id}", id).replace("{vpc}", vpc).replace("{subnet}", subnet);
        assertThat(find(name, value)).containsExactly(id);
        assertThat(find(name, "nothing-like-it")).isEmpty();
    }

    private List<String> find(String name, String value) {
        return ec2.describeNatGateways(r -> r.filter(f -> f.name(name).values(value))).natGateways().stream()
                .map(NatGateway::natGatewayId)
                .toList();
    }

    private String publicGateway(String allocationId) {
        return ec2.createNatGateway(r -> r.subnetId(subnet).allocationId(allocationId))
                .natGateway()
                .natGatewayId();
    }

    private NatGateway describe(String id) {
        return ec2.describeNatGateways(r -> r.natGatewayIds(id)).natGateways().get(0);
    }

    private static TagSpecification named(String name) {
        return TagSpecification.builder()
                .resourceType("natgateway")
                .tags(Tag.builder().key("Name").value(name).build())
                .build();
    }
}
