package io.vpclocal.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;

/** How addresses are found. Expected answers: recorded from AWS or AWS documentation (EC2 API Reference). */
@EmulatorTest
class ElasticIpFilterTest extends ElasticIpTestBase {

    @ParameterizedTest
    @CsvSource({
        "allocation-id, {id}",
        "public-ip, {publicIp}",
        "association-id, {association}",
        "domain, vpc",
        "network-border-group, us-east-1",
        "network-interface-id, {eni}",
        "network-interface-owner-id, {owner}",
        "private-ip-address, 10.0.0.4",
        "public-ipv4-pool, amazon",
        "tag:Name, wanted",
        "tag-key, Name",
    })
    void addressesAreFoundByFilter(String name, String pattern) {
        String eni = eni();
        AllocateAddressResponse made = ec2.allocateAddress(r -> {});
        ec2.createTags(r -> r.resources(made.allocationId())
                .tags(Tag.builder().key("Name").value("wanted").build()));
        String association = associate(made.allocationId(), eni);
        String value = pattern.replace("{id}", made.allocationId())
                .replace("{publicIp}", made.publicIp())
                .replace("{association}", association)
                .replace("{eni}", eni)
                .replace("{owner}", account);
        assertThat(find(name, value)).containsExactly(made.allocationId());
        assertThat(find(name, "nothing-like-it")).isEmpty();
        assertThat(find("instance-id", "*")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "association.public-ip, {publicIp}",
        "association.allocation-id, {id}",
        "association.association-id, {association}",
        "association.ip-owner-id, {owner}",
        "addresses.association.public-ip, {publicIp}",
        "addresses.association.owner-id, {owner}",
    })
    void interfacesAreFoundByTheirPublicAddress(String name, String pattern) {
        String eni = eni();
        eni();
        AllocateAddressResponse made = ec2.allocateAddress(r -> {});
        String value = pattern.replace("{association}", associate(made.allocationId(), eni))
                .replace("{id}", made.allocationId())
                .replace("{publicIp}", made.publicIp())
                .replace("{owner}", account);
        assertThat(ec2.describeNetworkInterfaces(
                                r -> r.filters(f -> f.name(name).values(value)))
                        .networkInterfaces())
                .extracting(NetworkInterface::networkInterfaceId)
                .containsExactly(eni);
    }

    @Test
    void attributesListOnlyAddressesThatHaveThem() {
        AllocateAddressResponse made = ec2.allocateAddress(r -> {});
        assertThat(ec2.describeAddressesAttribute(r -> r.allocationIds(made.allocationId()))
                        .addresses())
                .isEmpty();
    }

    private List<String> find(String name, String value) {
        return ec2.describeAddresses(r -> r.filters(f -> f.name(name).values(value))).addresses().stream()
                .map(Address::allocationId)
                .toList();
    }
}
