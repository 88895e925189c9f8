package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.PublicAssociation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
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
record InstanceWire(Map<String, String> groupNames) {

    /** @param interfaces the instance's interfaces, the primary one first */
    Instance toWire(InstanceEntity of, InstanceState state, List<NetworkInterfaceEntity> interfaces, List<Tag> tags) {
        Instance.Builder wire = Instance.builder()
                .instanceId(of.id())
                .imageId(of.imageId())
                .instanceType(of.instanceType())
                .keyName(of.keyName())
                .clientToken(of.clientToken())
                .amiLaunchIndex(of.launchIndex())
                .launchTime(of.launchedAt())
                .state(state.toWire())
                .placement(p -> p.availabilityZone(of.availabilityZone()).tenancy("default"))
                .monitoring(m -> m.state("disabled"))
                .architecture("x86_64")
                .virtualizationType("hvm")
                .hypervisor("xen")
                .rootDeviceType("ebs")
                .ebsOptimized(false)
                .networkInterfaces(
                        interfaces.stream().map(this::networkInterface).toList())
                .tags(tags.isEmpty() ? null : tags);
        if (!of.terminated()) {
            wire.vpcId(of.vpcId()).subnetId(of.subnetId());
        }
        if (of.phase() != InstancePhase.STARTED) {
            String reason = "Client.UserInitiatedShutdown";
            wire.stateReason(StateReason.builder()
                    .code(reason)
                    .message(reason + ": User initiated shutdown")
                    .build());
        }
        interfaces.stream().findFirst().ifPresent(primary -> primary(wire, primary));
        return wire.build();
    }

    private void primary(Instance.Builder wire, NetworkInterfaceEntity primary) {
        wire.sourceDestCheck(primary.sourceDestCheck()).securityGroups(groups(primary));
        primary.primaryAddress().ifPresent(address -> {
            wire.privateIpAddress(address.address());
            address.association().map(PublicAssociation::publicIp).ifPresent(wire::publicIpAddress);
        });
        primary.ipv6().stream().findFirst().map(InterfaceAddress::address).ifPresent(wire::ipv6Address);
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
                .groups(groups(of))
                .privateIpAddress(primary == null ? null : primary.address())
                .association(primary == null ? null : association(primary))
                .privateIpAddresses(of.ipv4().stream()
                        .map(address -> InstancePrivateIpAddress.builder()
                                .privateIpAddress(address.address())
                                .primary(address.isPrimary())
                                .association(association(address))
                                .build())
                        .toList())
                .attachment(of.attachment().map(InstanceWire::attachment).orElse(null))
                .build();
    }

    private static InstanceNetworkInterfaceAttachment attachment(Attachment attachment) {
        return InstanceNetworkInterfaceAttachment.builder()
                .attachmentId(attachment.attachmentId())
                .deviceIndex(attachment.deviceIndex())
                .attachTime(attachment.attachedAt())
                .deleteOnTermination(attachment.deleteOnTermination())
                .status("attached")
                .build();
    }

    private static @Nullable InstanceNetworkInterfaceAssociation association(InterfaceAddress address) {
        return address.association()
                .map(found -> InstanceNetworkInterfaceAssociation.builder()
                        .publicIp(found.publicIp())
                        .ipOwnerId(found.ipOwnerId())
                        .build())
                .orElse(null);
    }

    private List<GroupIdentifier> groups(NetworkInterfaceEntity of) {
        return of.groupIds().stream()
                .map(id -> GroupIdentifier.builder()
                        .groupId(id)
                        .groupName(groupNames.get(id))
                        .build())
                .toList();
    }
}
