package io.vpclocal.traffic.instance;

import static io.vpclocal.resource.WireForms.orAbsent;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.compute.profile.ProfileAssociationEntity;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.compute.volume.VolumeEntity;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.DnsNames;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.securitygroup.GroupIdentifiers;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfile;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceIpv4Prefix;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Prefix;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.StateReason;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Instances as the API shows them.
 *
 * @param groupNames by group id
 */
record InstanceWire(Map<String, String> groupNames, InstanceTypes types, Regions regions, DnsNames names) {

    private static final String PENDING = "pending";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /**
     * What belongs to one instance.
     *
     * @param interfaces the primary one first
     * @param profile null for none
     */
    record Parts(
            List<NetworkInterfaceEntity> interfaces,
            List<VolumeEntity> volumes,
            @Nullable ProfileAssociationEntity profile,
            List<Tag> tags) {}

    Instance toWire(InstanceEntity of, InstanceState state, Parts parts) {
        Instance.Builder wire = Instance.builder()
                .instanceId(of.id())
                .imageId(of.imageId())
                .instanceType(of.instanceType())
                .keyName(of.keyName())
                .clientToken(of.clientToken() == null ? "" : of.clientToken())
                .amiLaunchIndex(of.launchIndex())
                .launchTime(seconds(of.launchedAt()))
                .usageOperationUpdateTime(seconds(of.createdAt()))
                .state(state.toWire())
                .placement(PlacementWire.toWire(of, zoneId(of)))
                .instanceLifecycle(of.spotRequestId().isPresent() ? InstanceLifecycleType.SPOT : null)
                .spotInstanceRequestId(of.spotRequestId().orElse(null))
                .productCodes(List.of())
                .operator(o -> o.managed(false))
                .networkInterfaces(
                        parts.interfaces().stream().map(this::networkInterface).toList())
                .iamInstanceProfile(profile(parts.profile()))
                .securityGroups(List.of())
                .tags(orAbsent(parts.tags()));
        machine(wire, of);
        storage(wire, of.settings(), parts.volumes());
        if (!of.terminated()) {
            InstanceNames names = of.names();
            wire.vpcId(of.vpcId()).subnetId(of.subnetId()).privateDnsNameOptions(o -> o.hostnameType(
                            names.hostnameType())
                    .enableResourceNameDnsARecord(names.resourceNameDnsARecord())
                    .enableResourceNameDnsAAAARecord(names.resourceNameDnsAaaaRecord()));
        }
        if (of.phase() != InstancePhase.STARTED) {
            String reason = "Client.UserInitiatedShutdown";
            wire.stateReason(StateReason.builder()
                    .code(reason)
                    .message(reason + ": User initiated shutdown")
                    .build());
        }
        wire.stateTransitionReason(transition(of)).privateDnsName("").publicDnsName("");
        parts.interfaces().stream().findFirst().ifPresent(primary -> primary(wire, of, primary));
        return wire.build();
    }

    /** An instance in the answer to its launch, which knows neither its volumes nor its public address. */
    static Instance launched(Instance pending) {
        return pending.toBuilder()
                .stateReason(
                        StateReason.builder().code(PENDING).message(PENDING).build())
                .blockDeviceMappings(List.of())
                .metadataOptions(
                        pending.metadataOptions().toBuilder().state(PENDING).build())
                .publicIpAddress(null)
                .publicDnsName("")
                .networkInterfaces(pending.networkInterfaces().stream()
                        .map(InstanceWire::launched)
                        .toList())
                .build();
    }

    private static InstanceNetworkInterface launched(InstanceNetworkInterface of) {
        return of.toBuilder()
                .association((InstanceNetworkInterfaceAssociation) null)
                .attachment(of.attachment().toBuilder().status("attaching").build())
                .privateIpAddresses(of.privateIpAddresses().stream()
                        .map(address -> address.toBuilder()
                                .association((InstanceNetworkInterfaceAssociation) null)
                                .build())
                        .toList())
                .build();
    }

    private static String transition(InstanceEntity of) {
        return of.phase() == InstancePhase.STARTED ? "" : "User initiated (" + STAMP.format(of.phaseSince()) + " GMT)";
    }

    private void machine(Instance.Builder wire, InstanceEntity of) {
        InstanceSettings settings = of.settings();
        wire.architecture(settings.architecture())
                .platform(settings.windows() ? "windows" : null)
                .platformDetails(settings.platformDetails())
                .usageOperation(settings.windows() ? "RunInstances:0002" : "RunInstances")
                .virtualizationType("hvm")
                .hypervisor("xen")
                .enaSupport(true)
                .ebsOptimized(settings.ebsOptimized())
                .monitoring(m -> m.state(settings.monitoring() ? "enabled" : "disabled"))
                .metadataOptions(
                        MetadataOptionsWire.toWire(settings.metadata(), of.terminated() ? PENDING : "applied"));
        LaunchOptionsWire.describe(settings.options(), wire, types.find(of.instanceType()));
        wire.networkPerformanceOptions(o -> o.bandwidthWeighting("default"));
        bootMode(wire, settings.architecture());
    }

    /** UNVERIFIED for Nitro types: images for x86 have no boot mode here, so the type's default applies. */
    private static void bootMode(Instance.Builder wire, String architecture) {
        if (architecture.equals("arm64")) {
            wire.bootMode("uefi").currentInstanceBootMode("uefi");
        } else {
            wire.currentInstanceBootMode("legacy-bios");
        }
    }

    private String zoneId(InstanceEntity of) {
        return regions.zone(of.region(), of.availabilityZone())
                .map(AvailabilityZone::id)
                .orElseThrow();
    }

    private static void storage(Instance.Builder wire, InstanceSettings settings, List<VolumeEntity> volumes) {
        wire.rootDeviceType("ebs")
                .rootDeviceName(settings.rootDevice())
                .blockDeviceMappings(volumes.stream().map(InstanceWire::device).toList());
    }

    static InstanceBlockDeviceMapping device(VolumeEntity volume) {
        return InstanceBlockDeviceMapping.builder()
                .deviceName(volume.device())
                .ebs(e -> e.volumeId(volume.id())
                        .attachTime(seconds(volume.attachedAt()))
                        .deleteOnTermination(volume.deleteOnTermination())
                        .status("attached"))
                .build();
    }

    private static @Nullable IamInstanceProfile profile(@Nullable ProfileAssociationEntity of) {
        return of == null
                ? null
                : IamInstanceProfile.builder()
                        .arn(of.profileArn())
                        .id(of.profileId())
                        .build();
    }

    private void primary(Instance.Builder wire, InstanceEntity of, NetworkInterfaceEntity primary) {
        wire.sourceDestCheck(primary.sourceDestCheck())
                .securityGroups(groups(primary))
                .privateDnsName(of.names().privateName(of.scope(), of.id(), primary));
        primary.primaryAddress().ifPresent(address -> {
            wire.privateIpAddress(address.address());
            address.association().map(PublicAssociation::publicIp).ifPresent(publicIp -> {
                wire.publicIpAddress(publicIp).publicDnsName(publicName(primary, publicIp));
            });
        });
        primary.ipv6().stream().findFirst().map(InterfaceAddress::address).ifPresent(wire::ipv6Address);
    }

    private String publicName(NetworkInterfaceEntity of, String publicIp) {
        String name = names.publicName(of, publicIp);
        return name == null ? "" : name;
    }

    private InstanceNetworkInterface networkInterface(NetworkInterfaceEntity of) {
        InterfaceAddress primary = of.primaryAddress().orElse(null);
        return InstanceNetworkInterface.builder()
                .networkInterfaceId(of.id())
                .ownerId(of.account())
                .vpcId(of.vpcId())
                .subnetId(of.subnetId())
                .description(of.description())
                .macAddress(of.macAddress())
                .interfaceType(of.interfaceType())
                .sourceDestCheck(of.sourceDestCheck())
                .status(of.status())
                .operator(o -> o.managed(false))
                .groups(groups(of))
                .privateIpAddress(primary == null ? null : primary.address())
                .association(primary == null ? null : association(of, primary))
                .privateIpAddresses(of.ipv4().stream()
                        .map(address -> InstancePrivateIpAddress.builder()
                                .privateIpAddress(address.address())
                                .privateDnsName(names.privateName(of, address.address()))
                                .primary(address.isPrimary())
                                .association(association(of, address))
                                .build())
                        .toList())
                .privateDnsName(primary == null ? null : names.privateName(of, primary.address()))
                .ipv6Addresses(of.ipv6().stream()
                        .map(address -> InstanceIpv6Address.builder()
                                .ipv6Address(address.address())
                                .isPrimaryIpv6(address.isPrimary())
                                .build())
                        .toList())
                .ipv4Prefixes(ipv4(of.prefixes(true)))
                .ipv6Prefixes(ipv6(of.prefixes(false)))
                .attachment(of.attachment().map(InstanceWire::attachment).orElse(null))
                .build();
    }

    /** Interfaces without prefixes have no empty lists of them (AWS CLI examples). */
    private static @Nullable List<InstanceIpv4Prefix> ipv4(List<String> prefixes) {
        return prefixes.isEmpty()
                ? null
                : prefixes.stream()
                        .map(prefix ->
                                InstanceIpv4Prefix.builder().ipv4Prefix(prefix).build())
                        .toList();
    }

    private static @Nullable List<InstanceIpv6Prefix> ipv6(List<String> prefixes) {
        return prefixes.isEmpty()
                ? null
                : prefixes.stream()
                        .map(prefix ->
                                InstanceIpv6Prefix.builder().ipv6Prefix(prefix).build())
                        .toList();
    }

    private static InstanceNetworkInterfaceAttachment attachment(Attachment attachment) {
        return InstanceNetworkInterfaceAttachment.builder()
                .attachmentId(attachment.attachmentId())
                .deviceIndex(attachment.deviceIndex())
                .attachTime(seconds(attachment.attachedAt()))
                .deleteOnTermination(attachment.deleteOnTermination())
                .networkCardIndex(attachment.networkCardIndex())
                .status("attached")
                .build();
    }

    private @Nullable InstanceNetworkInterfaceAssociation association(
            NetworkInterfaceEntity of, InterfaceAddress address) {
        return address.association()
                .map(found -> InstanceNetworkInterfaceAssociation.builder()
                        .publicIp(found.publicIp())
                        .publicDnsName(publicName(of, found.publicIp()))
                        .ipOwnerId(found.ipOwnerId())
                        .build())
                .orElse(null);
    }

    private List<GroupIdentifier> groups(NetworkInterfaceEntity of) {
        return GroupIdentifiers.of(of.groupIds(), groupNames);
    }
}
