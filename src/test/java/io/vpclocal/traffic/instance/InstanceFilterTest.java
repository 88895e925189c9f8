package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.Reservation;

/** Each filter of DescribeInstances finds an instance by what the answer shows (AWS API reference, DescribeInstances). */
@EmulatorTest
class InstanceFilterTest {

    private static final String OTHER = "another-value";

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Instance instance;

    @BeforeEach
    void launch() {
        ec2 = aws.ec2();
        String id = ec2.runInstances(r -> r.imageId("ami-12345678")
                        .instanceType(InstanceType.T3_MICRO)
                        .minCount(1)
                        .maxCount(1))
                .instances()
                .get(0)
                .instanceId();
        instance = new Launches(ec2).describe(id);
    }

    @Test
    void optionsAndState() {
        finds("dns-name", Instance::publicDnsName);
        finds("ebs-optimized", Instance::ebsOptimized);
        finds("ena-support", Instance::enaSupport);
        finds("enclave-options.enabled", i -> i.enclaveOptions().enabled());
        finds("hibernation-options.configured", i -> i.hibernationOptions().configured());
        finds("maintenance-options.auto-recovery", i -> i.maintenanceOptions().autoRecoveryAsString());
        finds("metadata-options.state", i -> i.metadataOptions().stateAsString());
        finds("metadata-options.http-protocol-ipv6", i -> i.metadataOptions().httpProtocolIpv6AsString());
        finds("metadata-options.instance-metadata-tags", i -> i.metadataOptions()
                .instanceMetadataTagsAsString());
        finds("private-dns-name-options.hostname-type", i -> i.privateDnsNameOptions()
                .hostnameTypeAsString());
        finds("usage-operation", Instance::usageOperation);
        finds("usage-operation-update-time", Instance::usageOperationUpdateTime);
        finds("operator.managed", i -> false);
        finds("block-device-mapping.status", i -> "attached");
        finds("availability-zone-id", i -> zoneId());
        ec2.stopInstances(r -> r.instanceIds(instance.instanceId()));
        finds("state-reason-code", i -> "Client.UserInitiatedShutdown");
        finds("state-reason-message", i -> "Client.UserInitiatedShutdown: User initiated shutdown");
        finds("reason", i -> "User initiated (*");
    }

    @Test
    void networkInterfaces() {
        findsInterface("description", InstanceNetworkInterface::description);
        findsInterface("mac-address", InstanceNetworkInterface::macAddress);
        findsInterface("owner-id", InstanceNetworkInterface::ownerId);
        findsInterface("private-dns-name", InstanceNetworkInterface::privateDnsName);
        findsInterface("private-ip-address", InstanceNetworkInterface::privateIpAddress);
        findsInterface("source-dest-check", InstanceNetworkInterface::sourceDestCheck);
        findsInterface("status", InstanceNetworkInterface::statusAsString);
        findsInterface("requester-managed", one -> false);
        findsInterface("ipv6-native", one -> false);
        findsInterface("group-name", one -> one.groups().get(0).groupName());
        findsInterface("addresses.primary", one -> true);
        findsInterface(
                "addresses.private-dns-name",
                one -> one.privateIpAddresses().get(0).privateDnsName());
        findsInterface("association.public-ip", one -> one.association().publicIp());
        findsInterface("association.ip-owner-id", one -> one.association().ipOwnerId());
        findsInterface("association.public-dns-name", one -> one.association().publicDnsName());
        findsInterface(
                "addresses.association.public-ip", one -> one.association().publicIp());
        findsInterface("attachment.attachment-id", one -> one.attachment().attachmentId());
        findsInterface("attachment.device-index", one -> 0);
        findsInterface("attachment.delete-on-termination", one -> true);
        findsInterface("attachment.status", one -> "attached");
        finds("network-interface.attachment.instance-id", Instance::instanceId);
        finds("network-interface.availability-zone", i -> i.placement().availabilityZone());
    }

    @Test
    void tagsOfInterfacesAndValuesOfFeaturesThatAreNotEmulated() {
        String eni = instance.networkInterfaces().get(0).networkInterfaceId();
        ec2.createTags(r -> r.resources(eni).tags(t -> t.key("Name").value("web")));
        finds("network-interface.tag-key", i -> "Name");
        finds("network-interface.tag-value", i -> "web");
        assertThat(count("host-id", "*")).isZero();
        assertThat(count("spot-instance-request-id", "*")).isZero();
    }

    private void findsInterface(String filter, Function<InstanceNetworkInterface, @Nullable Object> value) {
        finds(
                "network-interface." + filter,
                i -> value.apply(i.networkInterfaces().get(0)));
    }

    /** The filter finds the instance by this value, and not by another. */
    private void finds(String filter, Function<Instance, @Nullable Object> value) {
        Object shown = value.apply(instance);
        assertThat(shown).as(filter).isNotNull();
        assertThat(count(filter, String.valueOf(shown)))
                .as("%s=%s", filter, shown)
                .isOne();
        assertThat(count(filter, OTHER)).as(filter).isZero();
    }

    private int count(String filter, String value) {
        return ec2.describeInstances(r -> r.filters(f -> f.name(filter).values(value))).reservations().stream()
                .map(Reservation::instances)
                .mapToInt(List::size)
                .sum();
    }

    private String zoneId() {
        String zone = instance.placement().availabilityZone();
        return ec2.describeAvailabilityZones(r -> r.zoneNames(zone))
                .availabilityZones()
                .get(0)
                .zoneId();
    }
}
