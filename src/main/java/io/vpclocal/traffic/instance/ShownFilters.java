package io.vpclocal.traffic.instance;

import io.vpclocal.resource.Describe;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsResponse;

/**
 * The filters of DescribeInstances by values that the answer shows (AWS API reference, DescribeInstances).
 *
 * @param shown the instance as the answer shows it
 */
record ShownFilters(Describe.Builder<InstanceEntity> filters, Function<InstanceEntity, Instance> shown) {

    private static final String INTERFACE = "network-interface.";

    /** Values that no emulated instance has. */
    private static final List<String> ABSENT = List.of(
            "affinity",
            "capacity-reservation-id",
            "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id",
            "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn",
            "host-id",
            "kernel-id",
            "network-interface.addresses.association.carrier-ip",
            "network-interface.addresses.association.customer-owned-ip",
            "network-interface.association.carrier-ip",
            "network-interface.association.customer-owned-ip",
            "network-interface.deny-all-igw-traffic",
            "network-interface.operator.principal",
            "network-interface.outpost-arn",
            "network-interface.requester-id",
            "operator.principal",
            "outpost-arn",
            "product-code",
            "product-code.type",
            "ramdisk-id",
            "requester-id",
            "tpm-support");

    void add() {
        ABSENT.forEach(name -> filters.filter(name, instance -> null));
        options();
        state();
        interfaces();
        attachments();
        addresses();
    }

    private void options() {
        by("ebs-optimized", Instance::ebsOptimized)
                .by("ena-support", Instance::enaSupport)
                .by("enclave-options.enabled", i -> i.enclaveOptions().enabled())
                .by("hibernation-options.configured", i -> i.hibernationOptions()
                        .configured())
                .by("maintenance-options.auto-recovery", i -> i.maintenanceOptions()
                        .autoRecoveryAsString())
                .by(
                        "capacity-reservation-specification.capacity-reservation-preference",
                        i -> i.capacityReservationSpecification().capacityReservationPreferenceAsString())
                .by("metadata-options.http-protocol-ipv4", i -> "enabled")
                .by("metadata-options.http-protocol-ipv6", i -> i.metadataOptions()
                        .httpProtocolIpv6AsString())
                .by("metadata-options.instance-metadata-tags", i -> i.metadataOptions()
                        .instanceMetadataTagsAsString())
                .by("metadata-options.state", i -> i.metadataOptions().stateAsString())
                .by("boot-mode", Instance::bootModeAsString)
                .by("current-instance-boot-mode", Instance::currentInstanceBootModeAsString)
                .by("network-performance-options.bandwidth-weighting", i -> i.networkPerformanceOptions()
                        .bandwidthWeightingAsString())
                .byHostName("hostname-type", PrivateDnsNameOptionsResponse::hostnameTypeAsString)
                .byHostName(
                        "enable-resource-name-dns-a-record",
                        PrivateDnsNameOptionsResponse::enableResourceNameDnsARecord)
                .byHostName(
                        "enable-resource-name-dns-aaaa-record",
                        PrivateDnsNameOptionsResponse::enableResourceNameDnsAAAARecord)
                .by("operator.managed", i -> false);
    }

    private void state() {
        by("dns-name", Instance::publicDnsName)
                .by("ipv6-address", i -> i.networkInterfaces().stream()
                        .flatMap(one -> one.ipv6Addresses().stream())
                        .map(address -> address.ipv6Address())
                        .toList())
                .by("reason", Instance::stateTransitionReason)
                .by(
                        "state-reason-code",
                        i -> i.stateReason() == null ? null : i.stateReason().code())
                .by(
                        "state-reason-message",
                        i -> i.stateReason() == null ? null : i.stateReason().message())
                .by("usage-operation", Instance::usageOperation)
                .by("usage-operation-update-time", Instance::usageOperationUpdateTime)
                .by("block-device-mapping.attach-time", i -> i.blockDeviceMappings().stream()
                        .map(device -> device.ebs().attachTime())
                        .toList())
                .by("block-device-mapping.status", i -> i.blockDeviceMappings().stream()
                        .map(device -> device.ebs().statusAsString())
                        .toList());
    }

    private void interfaces() {
        byInterface("description", InstanceNetworkInterface::description)
                .byInterface("ipv6-address", one -> one.ipv6Addresses().stream()
                        .map(address -> address.ipv6Address())
                        .toList())
                .byInterface("ipv6-addresses.ipv6-address", one -> one.ipv6Addresses().stream()
                        .map(address -> address.ipv6Address())
                        .toList())
                .byInterface("ipv6-addresses.is-primary-ipv6", one -> one.ipv6Addresses().stream()
                        .map(address -> address.isPrimaryIpv6())
                        .toList())
                .byInterface("ipv4-prefixes.ipv4-prefix", one -> one.ipv4Prefixes().stream()
                        .map(prefix -> prefix.ipv4Prefix())
                        .toList())
                .byInterface("ipv6-prefixes.ipv6-prefix", one -> one.ipv6Prefixes().stream()
                        .map(prefix -> prefix.ipv6Prefix())
                        .toList())
                .byInterface("ipv6-native", one -> one.privateIpAddresses().isEmpty())
                .byInterface("mac-address", InstanceNetworkInterface::macAddress)
                .byInterface("operator.managed", one -> false)
                .byInterface("owner-id", InstanceNetworkInterface::ownerId)
                .byInterface("private-dns-name", InstanceNetworkInterface::privateDnsName)
                .byInterface("private-ip-address", InstanceNetworkInterface::privateIpAddress)
                .byInterface("requester-managed", one -> false)
                .byInterface("status", InstanceNetworkInterface::statusAsString)
                .byInterface("source-dest-check", InstanceNetworkInterface::sourceDestCheck)
                .byInterface("group-name", one -> one.groups().stream()
                        .map(group -> group.groupName())
                        .toList())
                .by("network-interface.availability-zone", i -> i.placement().availabilityZone());
    }

    private void attachments() {
        byAttachment("attach-time", InstanceNetworkInterfaceAttachment::attachTime)
                .byAttachment("attachment-id", InstanceNetworkInterfaceAttachment::attachmentId)
                .byAttachment("delete-on-termination", InstanceNetworkInterfaceAttachment::deleteOnTermination)
                .byAttachment("device-index", InstanceNetworkInterfaceAttachment::deviceIndex)
                .byAttachment("network-card-index", InstanceNetworkInterfaceAttachment::networkCardIndex)
                .byAttachment("status", InstanceNetworkInterfaceAttachment::statusAsString)
                .by("network-interface.attachment.instance-id", Instance::instanceId)
                .byInterface("attachment.instance-owner-id", InstanceNetworkInterface::ownerId);
    }

    private void addresses() {
        byInterface("addresses.primary", one -> one.privateIpAddresses().stream()
                        .map(InstancePrivateIpAddress::primary)
                        .toList())
                .byInterface("addresses.private-dns-name", one -> one.privateIpAddresses().stream()
                        .map(InstancePrivateIpAddress::privateDnsName)
                        .filter(Objects::nonNull)
                        .toList());
        byAssociation("public-dns-name", InstanceNetworkInterfaceAssociation::publicDnsName);
        for (String prefix : List.of("association.", "addresses.association.")) {
            byAssociation(prefix + "ip-owner-id", InstanceNetworkInterfaceAssociation::ipOwnerId);
            byAssociation(prefix + "public-ip", InstanceNetworkInterfaceAssociation::publicIp);
            byAssociation(prefix + "public-dns-name", InstanceNetworkInterfaceAssociation::publicDnsName);
        }
    }

    private ShownFilters by(String name, Function<Instance, @Nullable Object> value) {
        filters.filter(name, instance -> value.apply(shown.apply(instance)));
        return this;
    }

    private ShownFilters byInterface(String name, Function<InstanceNetworkInterface, @Nullable Object> value) {
        return by(INTERFACE + name, instance -> instance.networkInterfaces().stream()
                .flatMap(one -> values(value.apply(one)))
                .toList());
    }

    private ShownFilters byAttachment(
            String name, Function<InstanceNetworkInterfaceAttachment, @Nullable Object> value) {
        return byInterface(
                "attachment." + name, one -> one.attachment() == null ? null : value.apply(one.attachment()));
    }

    private void byAssociation(String name, Function<InstanceNetworkInterfaceAssociation, @Nullable Object> value) {
        byInterface(name, one -> one.privateIpAddresses().stream()
                .map(InstancePrivateIpAddress::association)
                .filter(Objects::nonNull)
                .flatMap(association -> values(value.apply(association)))
                .toList());
    }

    private ShownFilters byHostName(String name, Function<PrivateDnsNameOptionsResponse, @Nullable Object> value) {
        return by(
                "private-dns-name-options." + name,
                instance -> instance.privateDnsNameOptions() == null
                        ? null
                        : value.apply(instance.privateDnsNameOptions()));
    }

    private static Stream<?> values(@Nullable Object value) {
        return value instanceof List<?> many ? many.stream() : Stream.ofNullable(value);
    }
}
