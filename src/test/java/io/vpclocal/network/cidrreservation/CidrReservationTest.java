package io.vpclocal.network.cidrreservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.SubnetCidrReservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Expected answers: AWS documentation (EC2 API Reference, VPC User Guide), unless a test says otherwise. */
@EmulatorTest
class CidrReservationTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String account;
    private String subnet;

    @BeforeEach
    void newSubnet() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
    }

    @Test
    void aReservationIsCreatedListedAndDeleted() {
        SubnetCidrReservation made = ec2.createSubnetCidrReservation(r -> r.subnetId(subnet)
                        .cidr("10.0.1.64/26")
                        .reservationType("prefix")
                        .description("for containers")
                        .tagSpecifications(t -> t.resourceType("subnet-cidr-reservation")
                                .tags(Tag.builder().key("Name").value("pods").build())))
                .subnetCidrReservation();
        assertThat(made)
                .isEqualTo(SubnetCidrReservation.builder()
                        .subnetCidrReservationId(made.subnetCidrReservationId())
                        .subnetId(subnet)
                        .cidr("10.0.1.64/26")
                        .reservationType("prefix")
                        .ownerId(account)
                        .description("for containers")
                        .tags(Tag.builder().key("Name").value("pods").build())
                        .build());
        assertThat(made.subnetCidrReservationId()).matches("scr-[0-9a-f]{17}");
        reserve("10.0.1.0/28", "explicit");
        var listed = ec2.getSubnetCidrReservations(r -> r.subnetId(subnet));
        assertThat(listed.subnetIpv4CidrReservations())
                .extracting(SubnetCidrReservation::cidr)
                .containsExactly("10.0.1.64/26", "10.0.1.0/28");
        assertThat(listed.subnetIpv6CidrReservations()).isEmpty();
        assertThat(ec2.getSubnetCidrReservations(r -> r.subnetId(subnet)
                                .filters(f -> f.name("reservationType").values("explicit")))
                        .subnetIpv4CidrReservations())
                .hasSize(1);
        assertThat(ec2.deleteSubnetCidrReservation(r -> r.subnetCidrReservationId(made.subnetCidrReservationId()))
                        .deletedSubnetCidrReservation())
                .isEqualTo(made);
        Expect.awsError(
                "InvalidSubnetCidrReservationID.NotFound",
                () -> ec2.deleteSubnetCidrReservation(r -> r.subnetCidrReservationId(made.subnetCidrReservationId())));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
    }

    /** The first is recorded from AWS, the others are our guess. */
    @Test
    void refusals() {
        reserve("10.0.1.64/26", "prefix");
        Expect.awsError(
                "InvalidParameterValue",
                "Reservation CIDR 10.0.1.64/28 has overlap with existing reserved CIDR block",
                () -> reserve("10.0.1.64/28", "explicit"));
        Expect.awsError("InvalidParameterValue", () -> reserve("10.0.2.0/28", "explicit"));
        Expect.awsError("InvalidParameterValue", () -> reserve("10.0.1.0", "explicit"));
        Expect.awsError("InvalidParameterValue", () -> reserve("10.0.1.0/28", "other"));
        Expect.awsError(
                "MissingParameter",
                () -> ec2.createSubnetCidrReservation(r -> r.subnetId(subnet).cidr("10.0.1.0/28")));
    }

    /** "Amazon does not assign addresses from a reservation automatically." */
    @Test
    void freeAddressesAreNotReserved() {
        reserve("10.0.1.0/29", "explicit");
        reserve("10.0.1.8/29", "prefix");
        assertThat(address(r -> {})).isEqualTo("10.0.1.16");
        assertThat(address(r -> r.privateIpAddress("10.0.1.5"))).isEqualTo("10.0.1.5");
        assertThat(address(r -> {})).isEqualTo("10.0.1.17");
    }

    @Test
    void prefixesComeFromReservationsFirst() {
        reserve("10.0.1.16/28", "explicit");
        reserve("10.0.1.128/28", "prefix");
        assertThat(prefix()).isEqualTo("10.0.1.128/28");
        assertThat(prefix()).isEqualTo("10.0.1.32/28");
    }

    private String address(Consumer<CreateNetworkInterfaceRequest.Builder> how) {
        return ec2.createNetworkInterface(r -> how.accept(r.subnetId(subnet)))
                .networkInterface()
                .privateIpAddress();
    }

    private String prefix() {
        return ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).ipv4PrefixCount(1).privateIpAddress(null))
                .networkInterface()
                .ipv4Prefixes()
                .get(0)
                .ipv4Prefix();
    }

    private void reserve(String cidr, String type) {
        ec2.createSubnetCidrReservation(r -> r.subnetId(subnet).cidr(cidr).reservationType(type));
    }
}
