package io.vpclocal.network.networkinterface;

import static io.vpclocal.resource.WireForms.orAbsent;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.network.securitygroup.GroupIdentifiers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingConfiguration;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecification;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.PublicIpDnsNameOptions;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Network interfaces as the API shows them.
 *
 * @param groupNames by group id
 */
record NetworkInterfaceWire(Map<String, String> groupNames, DnsNames names) {

    /** An interface as described, with its public name, which the answer to its creation does not have. */
    NetworkInterface toWire(NetworkInterfaceEntity of, List<Tag> tags) {
        String name = publicName(of);
        return toWire(of, tags, of.status()).toBuilder()
                .publicDnsName(name == null ? "" : name)
                .publicIpDnsNameOptions(
                        name == null
                                ? null
                                : PublicIpDnsNameOptions.builder()
                                        .dnsHostnameType("public-ipv4-dns-name")
                                        .publicIpv4DnsName(name)
                                        .build())
                .build();
    }

    private @Nullable String publicName(NetworkInterfaceEntity of) {
        return of.primaryAddress()
                .flatMap(InterfaceAddress::association)
                .map(found -> names.publicName(of, found.publicIp()))
                .orElse(null);
    }

    /** @param status {@code pending} in the answer to its creation */
    NetworkInterface toWire(NetworkInterfaceEntity of, List<Tag> tags, String status) {
        InterfaceAddress primary = of.primaryAddress().orElse(null);
        return NetworkInterface.builder()
                .networkInterfaceId(of.id())
                .ownerId(of.account())
                .vpcId(of.vpcId())
                .subnetId(of.subnetId())
                .availabilityZone(of.availabilityZone())
                .availabilityZoneId(of.availabilityZoneId())
                .interfaceType(of.interfaceType())
                .description(of.description())
                .macAddress(of.macAddress())
                .sourceDestCheck(of.sourceDestCheck())
                .status(status)
                .requesterId(of.requesterId())
                .requesterManaged(of.requesterManaged())
                .operator(o -> o.managed(false))
                .denyAllIgwTraffic(of.denyAllIgwTraffic() ? true : null)
                .ipv6Native(primary == null ? true : null)
                .connectionTrackingConfiguration(
                        of.tracking().map(NetworkInterfaceWire::tracking).orElse(null))
                .attachment(
                        of.attachment().map(NetworkInterfaceWire::attachment).orElse(null))
                .association(primary == null ? null : association(of, primary))
                .privateIpAddress(primary == null ? null : primary.address())
                .privateDnsName(primary == null ? null : names.privateName(of, primary.address()))
                .privateIpAddresses(of.ipv4().stream()
                        .map(address -> privateAddress(of, address))
                        .toList())
                .ipv6Address(of.ipv6().stream()
                        .findFirst()
                        .map(InterfaceAddress::address)
                        .orElse(null))
                .ipv6Addresses(
                        of.ipv6().stream().map(NetworkInterfaceWire::ipv6).toList())
                .ipv4Prefixes(orAbsent(of.prefixes(true).stream()
                        .map(prefix -> Ipv4PrefixSpecification.builder()
                                .ipv4Prefix(prefix)
                                .build())
                        .toList()))
                .ipv6Prefixes(orAbsent(of.prefixes(false).stream()
                        .map(prefix -> Ipv6PrefixSpecification.builder()
                                .ipv6Prefix(prefix)
                                .build())
                        .toList()))
                .groups(groups(of))
                .tagSet(tags)
                .build();
    }

    List<GroupIdentifier> groups(NetworkInterfaceEntity of) {
        return GroupIdentifiers.of(of.groupIds(), groupNames);
    }

    /** The attachment to a service has neither a time nor a network card. */
    static NetworkInterfaceAttachment attachment(Attachment attachment) {
        boolean service = attachment.instanceId() == null;
        return NetworkInterfaceAttachment.builder()
                .attachmentId(attachment.attachmentId())
                .instanceId(attachment.instanceId())
                .instanceOwnerId(attachment.instanceOwnerId())
                .deviceIndex(attachment.deviceIndex())
                .networkCardIndex(service ? null : attachment.networkCardIndex())
                .attachTime(service ? null : seconds(attachment.attachedAt()))
                .deleteOnTermination(attachment.deleteOnTermination())
                .status("attached")
                .build();
    }

    /** @throws io.vpclocal.protocol.AwsException if a time is outside AWS's range */
    static Tracking readTracking(ConnectionTrackingSpecificationRequest wanted) {
        return Tracking.of(wanted.tcpEstablishedTimeout(), wanted.udpStreamTimeout(), wanted.udpTimeout());
    }

    private static ConnectionTrackingConfiguration tracking(Tracking tracking) {
        return ConnectionTrackingConfiguration.builder()
                .tcpEstablishedTimeout(tracking.tcpEstablishedTimeout())
                .udpStreamTimeout(tracking.udpStreamTimeout())
                .udpTimeout(tracking.udpTimeout())
                .build();
    }

    private NetworkInterfacePrivateIpAddress privateAddress(NetworkInterfaceEntity of, InterfaceAddress address) {
        return NetworkInterfacePrivateIpAddress.builder()
                .privateIpAddress(address.address())
                .privateDnsName(names.privateName(of, address.address()))
                .primary(address.isPrimary())
                .association(association(of, address))
                .build();
    }

    private @Nullable NetworkInterfaceAssociation association(NetworkInterfaceEntity of, InterfaceAddress address) {
        return address.association()
                .map(found -> NetworkInterfaceAssociation.builder()
                        .publicIp(found.publicIp())
                        .publicDnsName(names.publicName(of, found.publicIp()))
                        .allocationId(found.allocationId())
                        .associationId(found.associationId())
                        .ipOwnerId(found.ipOwnerId())
                        .build())
                .orElse(null);
    }

    private static NetworkInterfaceIpv6Address ipv6(InterfaceAddress address) {
        return NetworkInterfaceIpv6Address.builder()
                .ipv6Address(address.address())
                .isPrimaryIpv6(address.isPrimary())
                .build();
    }
}
