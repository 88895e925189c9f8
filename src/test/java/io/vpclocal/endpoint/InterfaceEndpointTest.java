package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class InterfaceEndpointTest extends EndpointTestBase {

    /** The elements that AWS shows of an interface endpoint, and no others. */
    @Test
    void theWholeAnswer() {
        String b = network.subnet("us-east-1b");
        String a = network.subnet("us-east-1a");
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(LOGS)
                .subnetIds(b, a)
                .privateDnsEnabled(true)
                .tagSpecifications(TagSpecification.builder()
                        .resourceType("vpc-endpoint")
                        .tags(Tag.builder().key("Name").value("logs").build())
                        .build()));
        String id = created.vpcEndpointId();
        String token = created.dnsEntries().get(0).dnsName().substring(id.length() + 1, id.length() + 9);
        String host = id + "-" + token;
        String domain = ".logs.us-east-1.vpce.amazonaws.com";

        assertThat(token).matches("[a-z0-9]{8}");
        assertThat(created.creationTimestamp()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(created.networkInterfaceIds()).hasSize(2).doesNotHaveDuplicates();
        assertThat(created.dnsEntries())
                .extracting(DnsEntry::dnsName)
                .containsExactly(
                        host + domain,
                        host + "-us-east-1b" + domain,
                        host + "-us-east-1a" + domain,
                        "logs.us-east-1.amazonaws.com",
                        "logs.us-east-1.api.aws");
        assertThat(created.dnsEntries().subList(0, 3))
                .extracting(DnsEntry::hostedZoneId)
                .containsOnly("Z7HUB22UULQXV");
        assertThat(created.dnsEntries().subList(3, 5))
                .extracting(DnsEntry::hostedZoneId)
                .doesNotHaveDuplicates()
                .allMatch(zone -> zone.matches("Z[0-9A-Z]{20}"));
        VpcEndpoint expected = VpcEndpoint.builder()
                .vpcEndpointId(id)
                .vpcEndpointType("Interface")
                .vpcId(network.vpc)
                .serviceName(LOGS)
                .state("pending")
                .policyDocument(EndpointPolicies.INTERFACE_DEFAULT)
                .routeTableIds(List.of())
                .subnetIds(b, a)
                .groups(SecurityGroupIdentifier.builder()
                        .groupId(network.defaultGroup())
                        .groupName("default")
                        .build())
                .ipAddressType("ipv4")
                .dnsOptions(o -> o.dnsRecordIpType("ipv4"))
                .privateDnsEnabled(true)
                .requesterManaged(false)
                .networkInterfaceIds(created.networkInterfaceIds())
                .dnsEntries(created.dnsEntries())
                .creationTimestamp(created.creationTimestamp())
                .tags(Tag.builder().key("Name").value("logs").build())
                .ownerId(account)
                .serviceRegion("us-east-1")
                .build();
        assertThat(created).isEqualTo(expected);
        assertThat(network.describe(id))
                .isEqualTo(expected.toBuilder().state("available").build());
    }

    /** AWS documentation, EC2 User Guide, "Requester-managed network interfaces"; the attachment is recorded. */
    @Test
    void anInterfaceAppearsInEachSubnet() {
        String subnet = network.subnet("us-east-1a");
        VpcEndpoint created = network.interfaceTo(KMS, subnet);
        NetworkInterface eni =
                network.networkInterface(created.networkInterfaceIds().get(0));

        assertThat(eni.interfaceTypeAsString()).isEqualTo("vpc_endpoint");
        assertThat(eni.description()).isEqualTo("VPC Endpoint Interface " + created.vpcEndpointId());
        assertThat(eni.requesterManaged()).isTrue();
        assertThat(eni.requesterId()).isEqualTo("727180483921");
        assertThat(eni.ownerId()).isEqualTo(account);
        assertThat(eni.statusAsString()).isEqualTo("in-use");
        assertThat(eni.subnetId()).isEqualTo(subnet);
        assertThat(eni.vpcId()).isEqualTo(network.vpc);
        assertThat(eni.availabilityZone()).isEqualTo("us-east-1a");
        assertThat(eni.sourceDestCheck()).isTrue();
        assertThat(eni.tagSet()).isEmpty();
        assertThat(eni.groups()).singleElement().satisfies(group -> assertThat(group.groupId())
                .isEqualTo(network.defaultGroup()));
        assertThat(eni.attachment().attachmentId()).startsWith("ela-attach-");
        assertThat(eni.attachment().instanceOwnerId()).isEqualTo("amazon-aws");
        assertThat(eni.attachment().instanceId()).isNull();
        assertThat(eni.attachment().deviceIndex()).isEqualTo(1);
        assertThat(eni.attachment().deleteOnTermination()).isFalse();
        assertThat(eni.attachment().statusAsString()).isEqualTo("attached");
        assertThat(eni.privateIpAddresses()).singleElement().satisfies(address -> {
            assertThat(address.primary()).isTrue();
            assertThat(address.privateIpAddress())
                    .isEqualTo(eni.privateIpAddress())
                    .startsWith("10.0.0.");
        });
    }

    @Test
    void eachInterfaceTakesAnAddressOfItsSubnet() {
        String subnet = network.subnet("us-east-1a");
        int before = available(subnet);
        String id = network.interfaceTo(KMS, subnet).vpcEndpointId();

        assertThat(available(subnet)).isEqualTo(before - 1);
        network.delete(id);
        assertThat(available(subnet)).isEqualTo(before);
    }

    @Test
    void withoutSubnetsItHasOnlyTheDefaultGroup() {
        VpcEndpoint created = network.interfaceTo(KMS);

        assertThat(created.networkInterfaceIds()).isEmpty();
        assertThat(created.dnsEntries()).isEmpty();
        assertThat(created.subnetIds()).isEmpty();
        assertThat(created.groups())
                .extracting(SecurityGroupIdentifier::groupName)
                .containsExactly("default");
        assertThat(network.describe(created.vpcEndpointId()).stateAsString()).isEqualTo("available");
    }

    @Test
    void interfacesHaveTheChosenGroups() {
        String one = network.securityGroup("one");
        String two = network.securityGroup("two");
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(KMS)
                .subnetIds(network.subnet("us-east-1a"))
                .securityGroupIds(two, one));

        assertThat(created.groups())
                .extracting(SecurityGroupIdentifier::groupName)
                .containsExactly("two", "one");
        assertThat(network.networkInterface(created.networkInterfaceIds().get(0))
                        .groups())
                .extracting(group -> group.groupId())
                .containsExactlyInAnyOrder(one, two);
    }

    /** Reported by users of AWS. */
    @Test
    void aServiceIsNotInEveryZone() {
        String service = "com.amazonaws.us-east-1.email-smtp";
        String c = network.subnet("us-east-1c");
        String refusal = "The VPC endpoint service " + service
                + " does not support the availability zone of the subnet: " + c + ".";
        Expect.awsError("InvalidParameter", refusal, () -> network.interfaceTo(service, c));
        String id = network.interfaceTo(service, network.subnet("us-east-1a")).vpcEndpointId();
        Expect.awsError("InvalidParameter", refusal, () -> network.modify(id, r -> r.addSubnetIds(c)));
    }

    /** AWS documentation, AWS PrivateLink Guide: "Cross-region enabled AWS services". */
    @Test
    void aServiceOfAnotherRegionHasNoZonalNames() {
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName("com.amazonaws.us-west-2.kms")
                .serviceRegion("us-west-2")
                .privateDnsEnabled(false)
                .subnetIds(network.subnet("us-east-1a")));

        assertThat(created.serviceRegion()).isEqualTo("us-west-2");
        assertThat(created.dnsEntries()).singleElement().satisfies(entry -> assertThat(entry.dnsName())
                .endsWith(".kms.us-west-2.vpce.amazonaws.com"));
    }

    @Test
    void whatAnEndpointUsesCannotBeDeleted() {
        String subnet = network.subnet("us-east-1a");
        String group = network.securityGroup("used");
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(DYNAMODB)
                .privateDnsEnabled(false)
                .subnetIds(subnet)
                .securityGroupIds(group));
        Ec2Client ec2 = network.ec2;

        Expect.awsError(
                "DependencyViolation",
                "The subnet '" + subnet + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteSubnet(r -> r.subnetId(subnet)));
        Expect.awsError(
                "DependencyViolation",
                "resource " + group + " has a dependent object",
                () -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
        Expect.awsError(
                "DependencyViolation",
                "The vpc '" + network.vpc + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteVpc(r -> r.vpcId(network.vpc)));

        network.delete(created.vpcEndpointId());
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.deleteSecurityGroup(r -> r.groupId(group));
        ec2.deleteVpc(r -> r.vpcId(network.vpc));
    }

    /** AWS documentation, EC2 User Guide: users cannot detach or delete such interfaces; the codes vary. */
    @Test
    void usersCannotRemoveTheInterfaces() {
        VpcEndpoint created = network.interfaceTo(KMS, network.subnet("us-east-1a"));
        String eni = created.networkInterfaceIds().get(0);

        Expect.awsError(
                "InvalidParameterValue", () -> network.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(eni)));
        Expect.awsError(
                "OperationNotPermitted",
                () -> network.ec2.detachNetworkInterface(r -> r.attachmentId(
                        network.networkInterface(eni).attachment().attachmentId())));
    }

    private int available(String subnetId) {
        return network.ec2
                .describeSubnets(r -> r.subnetIds(subnetId))
                .subnets()
                .get(0)
                .availableIpAddressCount();
    }
}
