package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Expected answers: AWS documentation, API Reference, ModifyVpcEndpoint, unless a test says otherwise. */
@EmulatorTest
class ModifyVpcEndpointTest extends EndpointTestBase {

    private String a;
    private String b;

    @BeforeEach
    void twoSubnets() {
        a = network.subnet("us-east-1a");
        b = network.subnet("us-east-1b");
    }

    @Test
    void theResponseIsTrue() {
        String id = network.interfaceTo(KMS).vpcEndpointId();
        assertThat(network.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id)).returnValue())
                .isTrue();
    }

    @Test
    void addedSubnetsGetInterfacesAndNames() {
        VpcEndpoint before = network.interfaceTo(KMS, a);
        network.modify(before.vpcEndpointId(), r -> r.addSubnetIds(b));
        VpcEndpoint after = network.describe(before.vpcEndpointId());

        assertThat(after.subnetIds()).containsExactly(a, b);
        assertThat(after.networkInterfaceIds())
                .hasSize(2)
                .startsWith(before.networkInterfaceIds().get(0));
        assertThat(after.dnsEntries()).hasSize(3).startsWith(before.dnsEntries().toArray(DnsEntry[]::new));
        assertThat(network.interfacesIn(b))
                .extracting(NetworkInterface::networkInterfaceId)
                .containsExactly(after.networkInterfaceIds().get(1));
    }

    @Test
    void removedSubnetsLoseTheirInterfaces() {
        VpcEndpoint before = network.interfaceTo(KMS, a, b);
        network.modify(before.vpcEndpointId(), r -> r.removeSubnetIds(a));
        VpcEndpoint after = network.describe(before.vpcEndpointId());

        assertThat(after.subnetIds()).containsExactly(b);
        assertThat(after.networkInterfaceIds())
                .containsExactly(before.networkInterfaceIds().get(1));
        assertThat(network.interfacesIn(a)).isEmpty();
        network.ec2.deleteSubnet(r -> r.subnetId(a));
    }

    /** Our guess: what is removed makes room for what is added. */
    @Test
    void aSubnetCanReplaceAnotherInItsZone() {
        String other = network.subnet("us-east-1a");
        String id = network.interfaceTo(KMS, a).vpcEndpointId();

        network.modify(id, r -> r.addSubnetIds(other).removeSubnetIds(a));
        assertThat(network.describe(id).subnetIds()).containsExactly(other);
        assertThat(network.interfacesIn(a)).isEmpty();
        assertThat(network.interfacesIn(other)).hasSize(1);
    }

    @Test
    void allSubnetsCanBeRemovedAndAddedAgain() {
        String id = network.interfaceTo(KMS, a).vpcEndpointId();
        network.modify(id, r -> r.removeSubnetIds(a));
        assertThat(network.describe(id).dnsEntries()).isEmpty();
        network.modify(id, r -> r.addSubnetIds(a));
        assertThat(network.describe(id).dnsEntries()).hasSize(2);
    }

    @Test
    void groupsChangeOnAllInterfaces() {
        String one = network.securityGroup("one");
        String two = network.securityGroup("two");
        VpcEndpoint before = network.interfaceTo(KMS, a, b);
        String id = before.vpcEndpointId();

        network.modify(id, r -> r.addSecurityGroupIds(one, two).removeSecurityGroupIds(network.defaultGroup()));
        assertThat(network.describe(id).groups())
                .extracting(SecurityGroupIdentifier::groupName)
                .containsExactly("one", "two");
        network.modify(id, r -> r.removeSecurityGroupIds(one));
        for (String eni : before.networkInterfaceIds()) {
            assertThat(network.networkInterface(eni).groups())
                    .extracting(GroupIdentifier::groupId)
                    .containsExactly(two);
        }
        network.ec2.deleteSecurityGroup(r -> r.groupId(one));
    }

    /** Terraform's association resource may add an associated group. Our guess: this succeeds. */
    @Test
    void addingAGroupTwiceChangesNothing() {
        String id = network.interfaceTo(KMS, a).vpcEndpointId();
        network.modify(id, r -> r.addSecurityGroupIds(network.defaultGroup()));
        assertThat(network.describe(id).groups()).hasSize(1);
    }

    /** AWS PrivateLink Guide: changing a subnet's address replaces the interface. */
    @Test
    void aChangedAddressNeedsANewInterface() {
        VpcEndpoint before = network.interfaceTo(KMS, a, b);
        String id = before.vpcEndpointId();

        network.modify(id, r -> r.subnetConfigurations(at(a, "10.0.0.50")));
        VpcEndpoint after = network.describe(id);
        assertThat(after.subnetIds()).containsExactly(a, b);
        assertThat(after.networkInterfaceIds().get(0))
                .isNotEqualTo(before.networkInterfaceIds().get(0));
        assertThat(after.networkInterfaceIds().get(1))
                .isEqualTo(before.networkInterfaceIds().get(1));
        assertThat(network.interfacesIn(a))
                .extracting(NetworkInterface::privateIpAddress)
                .containsExactly("10.0.0.50");

        network.modify(id, r -> r.subnetConfigurations(at(a, "10.0.0.50")));
        assertThat(network.describe(id)).isEqualTo(after);
    }

    @Test
    void addedSubnetsMayHaveChosenAddresses() {
        String id = network.interfaceTo(KMS, a).vpcEndpointId();
        network.modify(id, r -> r.addSubnetIds(b).subnetConfigurations(at(b, "10.0.1.60")));
        assertThat(network.interfacesIn(b))
                .extracting(NetworkInterface::privateIpAddress)
                .containsExactly("10.0.1.60");
    }

    @Test
    void theAddressTypeChangesOnTheInterfaces() {
        String dual = network.subnetWithIpv6("us-east-1c", true);
        VpcEndpoint before = network.interfaceTo("com.amazonaws.us-east-1.monitoring", dual);
        String id = before.vpcEndpointId();

        network.modify(id, r -> r.ipAddressType("dualstack"));
        assertThat(network.describe(id).ipAddressTypeAsString()).isEqualTo("dualstack");
        assertThat(network.describe(id).dnsOptions().dnsRecordIpTypeAsString()).isEqualTo("dualstack");
        assertThat(ipv6(dual)).hasSize(1);

        network.modify(id, r -> r.dnsOptions(o -> o.dnsRecordIpType("service-defined")));
        network.modify(id, r -> r.ipAddressType("ipv4"));
        assertThat(network.describe(id).dnsOptions().dnsRecordIpTypeAsString()).isEqualTo("service-defined");
        assertThat(ipv6(dual)).isEmpty();
        assertThat(network.describe(id).networkInterfaceIds()).isEqualTo(before.networkInterfaceIds());
    }

    private List<?> ipv6(String subnetId) {
        return network.interfacesIn(subnetId).get(0).ipv6Addresses();
    }

    private static SubnetConfiguration at(String subnetId, String address) {
        return SubnetConfiguration.builder().subnetId(subnetId).ipv4(address).build();
    }
}
