package io.vpclocal.network.natgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vpclocal.network.PublicSubnet;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;

/** Secondary addresses of NAT gateways. Expected answers: AWS documentation; the texts of refusals are our guess. */
@EmulatorTest
class NatGatewayAddressTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String subnet;

    @BeforeEach
    void newSubnet() {
        ec2 = aws.ec2(Aws.newAccount());
        subnet = PublicSubnet.in(ec2).subnet();
    }

    @Test
    void aPublicGatewayGetsAndLosesElasticIpAddresses() {
        String first = allocate();
        String second = allocate();
        NatGateway made = ec2.createNatGateway(r -> r.subnetId(subnet)
                        .allocationId(first)
                        .secondaryAllocationIds(second)
                        .secondaryPrivateIpAddresses("10.0.0.77"))
                .natGateway();
        assertThat(made.natGatewayAddresses())
                .extracting(NatGatewayAddress::allocationId, NatGatewayAddress::isPrimary)
                .containsExactly(tuple(first, true), tuple(second, false));
        String id = made.natGatewayId();
        NatGatewayAddress secondary = addresses(id).get(1);
        assertThat(secondary.privateIp()).isEqualTo("10.0.0.77");
        assertThat(secondary.publicIp()).isEqualTo(publicIp(second));
        assertThat(secondary.statusAsString()).isEqualTo("succeeded");
        assertThat(secondary.networkInterfaceId())
                .isEqualTo(addresses(id).get(0).networkInterfaceId());

        String third = allocate();
        assertThat(ec2.associateNatGatewayAddress(r -> r.natGatewayId(id).allocationIds(third))
                        .natGatewayAddresses())
                .singleElement()
                .satisfies(address -> {
                    assertThat(address.statusAsString()).isEqualTo("associating");
                    assertThat(address.allocationId()).isEqualTo(third);
                });
        assertThat(addresses(id)).extracting(NatGatewayAddress::allocationId).containsExactly(first, second, third);
        assertThat(ec2.disassociateNatGatewayAddress(r -> r.natGatewayId(id).associationIds(secondary.associationId()))
                        .natGatewayAddresses())
                .containsExactly(secondary.toBuilder().status("disassociating").build());
        assertThat(addresses(id)).extracting(NatGatewayAddress::allocationId).containsExactly(first, third);
        ec2.releaseAddress(r -> r.allocationId(second));
        ec2.deleteNatGateway(r -> r.natGatewayId(id));
        ec2.releaseAddress(r -> r.allocationId(third));
    }

    @Test
    void aPrivateGatewayGetsAndLosesPrivateAddresses() {
        String id = ec2.createNatGateway(r -> r.subnetId(subnet)
                        .connectivityType("private")
                        .privateIpAddress("10.0.0.10")
                        .secondaryPrivateIpAddressCount(2))
                .natGateway()
                .natGatewayId();
        assertThat(addresses(id))
                .extracting(NatGatewayAddress::privateIp)
                .containsExactly("10.0.0.10", "10.0.0.11", "10.0.0.12");
        assertThat(ec2.assignPrivateNatGatewayAddress(r -> r.natGatewayId(id).privateIpAddresses("10.0.0.20"))
                        .natGatewayAddresses())
                .singleElement()
                .satisfies(address -> {
                    assertThat(address.statusAsString()).isEqualTo("assigning");
                    assertThat(address.privateIp()).isEqualTo("10.0.0.20");
                    assertThat(address.isPrimary()).isFalse();
                });
        assertThat(ec2.unassignPrivateNatGatewayAddress(
                                r -> r.natGatewayId(id).privateIpAddresses("10.0.0.11", "10.0.0.20"))
                        .natGatewayAddresses())
                .extracting(NatGatewayAddress::statusAsString)
                .containsExactly("unassigning", "unassigning");
        assertThat(addresses(id)).extracting(NatGatewayAddress::privateIp).containsExactly("10.0.0.10", "10.0.0.12");
        assertThat(ec2.describeNetworkInterfaces(
                                r -> r.networkInterfaceIds(addresses(id).get(0).networkInterfaceId()))
                        .networkInterfaces()
                        .get(0)
                        .privateIpAddresses())
                .hasSize(2);
    }

    @Test
    void aGatewayFailsIfASecondaryAddressIsInUse() {
        String used = allocate();
        ec2.createNatGateway(r -> r.subnetId(subnet).allocationId(used));
        String id = ec2.createNatGateway(
                        r -> r.subnetId(subnet).allocationId(allocate()).secondaryAllocationIds(used))
                .natGateway()
                .natGatewayId();
        NatGateway failed =
                ec2.describeNatGateways(r -> r.natGatewayIds(id)).natGateways().get(0);
        assertThat(failed.stateAsString()).isEqualTo("failed");
        assertThat(failed.failureCode()).isEqualTo("Resource.AlreadyAssociated");
    }

    /** UNVERIFIED: the codes. */
    @Test
    void anAddressIsGivenOnce() {
        String one = allocate();
        Expect.awsError(
                "Resource.AlreadyAssociated",
                () -> ec2.createNatGateway(
                        r -> r.subnetId(subnet).allocationId(one).secondaryAllocationIds(one)));
        String id = ec2.createNatGateway(r -> r.subnetId(subnet).allocationId(one))
                .natGateway()
                .natGatewayId();
        String two = allocate();
        Expect.awsError(
                "Resource.AlreadyAssociated",
                () -> ec2.associateNatGatewayAddress(r -> r.natGatewayId(id).allocationIds(two, two)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.associateNatGatewayAddress(r -> r.natGatewayId(id)
                        .allocationIds(two, allocate())
                        .privateIpAddresses("10.0.0.60", "10.0.0.60")));
        assertThat(addresses(id)).hasSize(1);
    }

    @Test
    void refusalsOfPublicGateways() {
        String id = ec2.createNatGateway(r -> r.subnetId(subnet).allocationId(allocate()))
                .natGateway()
                .natGatewayId();
        String primary = addresses(id).get(0).associationId();
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.disassociateNatGatewayAddress(r -> r.natGatewayId(id).associationIds(primary)));
        Expect.awsError(
                "InvalidAssociationID.NotFound",
                () -> ec2.disassociateNatGatewayAddress(
                        r -> r.natGatewayId(id).associationIds("eipassoc-0123456789abcdef0")));
        Expect.awsError(
                "InvalidElasticIpID.NotFound",
                () -> ec2.associateNatGatewayAddress(
                        r -> r.natGatewayId(id).allocationIds("eipalloc-0123456789abcdef0")));
        Expect.awsError(
                "Resource.AlreadyAssociated",
                () -> ec2.associateNatGatewayAddress(r ->
                        r.natGatewayId(id).allocationIds(addresses(id).get(0).allocationId())));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.associateNatGatewayAddress(r ->
                        r.natGatewayId(id).allocationIds(allocate()).privateIpAddresses("10.0.0.80", "10.0.0.81")));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.assignPrivateNatGatewayAddress(r -> r.natGatewayId(id).privateIpAddressCount(1)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.disassociateNatGatewayAddress(
                        r -> r.natGatewayId(id).associationIds(primary).maxDrainDurationSeconds(4001)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.createNatGateway(
                        r -> r.subnetId(subnet).allocationId(allocate()).secondaryPrivateIpAddressCount(1)));
    }

    @Test
    void refusalsOfPrivateGateways() {
        String id = ec2.createNatGateway(r -> r.subnetId(subnet)
                        .connectivityType("private")
                        .privateIpAddress("10.0.0.10")
                        .secondaryPrivateIpAddressCount(7))
                .natGateway()
                .natGatewayId();
        assertThat(addresses(id)).hasSize(8);
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.assignPrivateNatGatewayAddress(r -> r.natGatewayId(id).privateIpAddressCount(1)));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.unassignPrivateNatGatewayAddress(
                        r -> r.natGatewayId(id).privateIpAddresses("10.0.0.10")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.unassignPrivateNatGatewayAddress(
                        r -> r.natGatewayId(id).privateIpAddresses("10.0.0.99")));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.associateNatGatewayAddress(r -> r.natGatewayId(id).allocationIds(allocate())));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.createNatGateway(r -> r.subnetId(subnet)
                        .connectivityType("private")
                        .secondaryPrivateIpAddressCount(1)
                        .secondaryPrivateIpAddresses("10.0.0.30")));
        Expect.awsError("MissingParameter", () -> ec2.assignPrivateNatGatewayAddress(r -> r.natGatewayId(id)));
        Expect.awsError(
                "NatGatewayNotFound",
                () -> ec2.assignPrivateNatGatewayAddress(
                        r -> r.natGatewayId("nat-0123456789abcdef0").privateIpAddressCount(1)));
    }

    private String allocate() {
        return ec2.allocateAddress(r -> {}).allocationId();
    }

    private String publicIp(String allocationId) {
        return ec2.describeAddresses(r -> r.allocationIds(allocationId))
                .addresses()
                .get(0)
                .publicIp();
    }

    private List<NatGatewayAddress> addresses(String id) {
        return ec2.describeNatGateways(r -> r.natGatewayIds(id))
                .natGateways()
                .get(0)
                .natGatewayAddresses();
    }
}
