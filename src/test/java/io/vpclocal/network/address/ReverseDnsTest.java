package io.vpclocal.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddressAttribute;

/** Reverse DNS names of Elastic IP addresses. Expected answers: AWS documentation, unless a test says otherwise. */
@EmulatorTest
class ReverseDnsTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private AddressAttribute address;

    @BeforeEach
    void newAddress() {
        ec2 = aws.ec2(Aws.newAccount());
        var made = ec2.allocateAddress(r -> {});
        address = AddressAttribute.builder()
                .allocationId(made.allocationId())
                .publicIp(made.publicIp())
                .build();
    }

    @Test
    void aNameIsSetAndReset() {
        assertThat(modify("mail.example.com"))
                .isEqualTo(address.toBuilder()
                        .ptrRecordUpdate(u -> u.value("mail.example.com.").status("PENDING"))
                        .build());
        assertThat(described())
                .isEqualTo(address.toBuilder().ptrRecord("mail.example.com.").build());
        assertThat(modify("mx.example.com.").ptrRecord()).isEqualTo("mail.example.com.");
        assertThat(described().ptrRecord()).isEqualTo("mx.example.com.");
        Expect.awsError("InvalidAddress.Locked", () -> ec2.releaseAddress(r -> r.allocationId(address.allocationId())));
        assertThat(ec2.resetAddressAttribute(
                                r -> r.allocationId(address.allocationId()).attribute("domain-name"))
                        .address()
                        .ptrRecordUpdate()
                        .status())
                .isEqualTo("PENDING");
        assertThat(ec2.describeAddressesAttribute(
                                r -> r.allocationIds(address.allocationId()).attribute("domain-name"))
                        .addresses())
                .isEmpty();
        ec2.releaseAddress(r -> r.allocationId(address.allocationId()));
    }

    /** Our guess. */
    @ParameterizedTest
    @ValueSource(strings = {"example", "-a.example.com", "a..example.com", "a b.example.com", "10.0.0.10"})
    void modify_notAName(String name) {
        Expect.awsError("InvalidParameterValue", () -> modify(name));
    }

    @Test
    void modify_withoutAName() {
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.modifyAddressAttribute(r -> r.allocationId(address.allocationId())));
        Expect.awsError(
                "InvalidAllocationID.NotFound",
                () -> ec2.modifyAddressAttribute(
                        r -> r.allocationId("eipalloc-0123456789abcdef0").domainName("a.example.com")));
    }

    private AddressAttribute modify(String name) {
        return ec2.modifyAddressAttribute(
                        r -> r.allocationId(address.allocationId()).domainName(name))
                .address();
    }

    private AddressAttribute described() {
        return ec2.describeAddressesAttribute(
                        r -> r.allocationIds(address.allocationId()).attribute("domain-name"))
                .addresses()
                .get(0);
    }
}
