package io.vpclocal.traffic.instance;

import io.vpclocal.compute.profile.ProfileAssociationEntity;
import io.vpclocal.compute.profile.ProfileAssociations;
import io.vpclocal.compute.volume.VolumeEntity;
import io.vpclocal.compute.volume.Volumes;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The filters of DescribeInstances. */
@Component
class InstanceFilters {

    private static final String DISABLED = "disabled";

    private final InstanceStates states;
    private final NetworkInterfaces interfaces;
    private final SecurityGroupService groups;
    private final Volumes volumes;
    private final ProfileAssociations profiles;
    private final Regions regions;
    private final TagStore tags;

    InstanceFilters(
            InstanceStates states,
            NetworkInterfaces interfaces,
            SecurityGroupService groups,
            Volumes volumes,
            ProfileAssociations profiles,
            Regions regions,
            TagStore tags) {
        this.states = states;
        this.interfaces = interfaces;
        this.groups = groups;
        this.volumes = volumes;
        this.profiles = profiles;
        this.regions = regions;
        this.tags = tags;
    }

    /** @param shown an instance as the answer shows it */
    Describe<InstanceEntity> of(Scope scope, Function<InstanceEntity, Instance> shown) {
        Describe.Builder<InstanceEntity> filters = Describe.filters();
        new ShownFilters(filters, shown).add();
        stored(scope, filters);
        addSettings(filters);
        addInterfaces(scope, filters);
        addVolumes(scope, filters);
        return filters.tags()
                .maxResults(MaxResults.classic(5, 1000))
                .idsExcludePaging("instancesSet")
                .build();
    }

    private void stored(Scope scope, Describe.Builder<InstanceEntity> filters) {
        filters.column("instance-id", "resourceId", InstanceEntity::id)
                .column("vpc-id", "vpcId", InstanceEntity::vpcId)
                .column("subnet-id", "subnetId", InstanceEntity::subnetId)
                .column("availability-zone", "availabilityZone", InstanceEntity::availabilityZone)
                .filter("availability-zone-id", instance -> regions.zone(scope.region(), instance.availabilityZone())
                        .map(AvailabilityZone::id)
                        .orElse(null))
                .column("image-id", "imageId", InstanceEntity::imageId)
                .column("instance-type", "instanceType", InstanceEntity::instanceType)
                .column("reservation-id", "reservationId", InstanceEntity::reservationId)
                .filter("key-name", InstanceEntity::keyName)
                .filter("client-token", InstanceEntity::clientToken)
                .filter("owner-id", InstanceEntity::account)
                .filter("launch-index", InstanceEntity::launchIndex)
                .filter("launch-time", InstanceEntity::launchedAt)
                .filter("instance-state-name", instance -> states.of(instance).wire())
                .filter(
                        "instance-state-code",
                        instance -> states.of(instance).toWire().code());
    }

    private static void addSettings(Describe.Builder<InstanceEntity> filters) {
        filters.filter("architecture", instance -> instance.settings().architecture())
                .filter("platform", instance -> instance.settings().windows() ? "windows" : null)
                .filter("platform-details", instance -> instance.settings().platformDetails())
                .filter("monitoring-state", instance -> instance.settings().monitoring() ? "enabled" : DISABLED)
                .filter("tenancy", instance -> instance.settings().tenancy())
                .filter("placement-group-name", instance -> instance.placement()
                        .map(InstancePlacement::groupName)
                        .orElse(null))
                .filter("placement-partition-number", instance -> instance.placement()
                        .map(InstancePlacement::partitionNumber)
                        .orElse(null))
                .filter("root-device-name", instance -> instance.settings().rootDevice())
                .filter("root-device-type", instance -> "ebs")
                .filter("virtualization-type", instance -> "hvm")
                .filter("hypervisor", instance -> "xen")
                .filter(
                        "metadata-options.http-tokens",
                        instance -> instance.settings().metadata().tokens())
                .filter(
                        "metadata-options.http-endpoint",
                        instance -> instance.settings().metadata().endpoint())
                .filter(
                        "metadata-options.http-put-response-hop-limit",
                        instance -> instance.settings().metadata().hops())
                // Instances on demand have no lifecycle.
                .filter(
                        "instance-lifecycle",
                        instance -> instance.spotRequestId().isPresent() ? "spot" : null)
                .filter("spot-instance-request-id", instance -> instance.spotRequestId()
                        .orElse(null));
    }

    private void addVolumes(Scope scope, Describe.Builder<InstanceEntity> filters) {
        Function<InstanceEntity, List<VolumeEntity>> its =
                instance -> volumes.ofInstances(scope, List.of(instance.id()));
        filters.filter("block-device-mapping.volume-id", instance -> its.apply(instance).stream()
                        .map(VolumeEntity::id)
                        .toList())
                .filter("block-device-mapping.device-name", instance -> its.apply(instance).stream()
                        .map(VolumeEntity::device)
                        .toList())
                .filter("block-device-mapping.delete-on-termination", instance -> its.apply(instance).stream()
                        .map(VolumeEntity::deleteOnTermination)
                        .toList())
                .filter("iam-instance-profile.arn", instance -> profile(scope, instance)
                        .map(ProfileAssociationEntity::profileArn)
                        .toList())
                .filter("iam-instance-profile.id", instance -> profile(scope, instance)
                        .map(ProfileAssociationEntity::profileId)
                        .toList());
    }

    private Stream<ProfileAssociationEntity> profile(Scope scope, InstanceEntity instance) {
        return profiles.ofInstances(scope, List.of(instance.id())).stream();
    }

    private void addInterfaces(Scope scope, Describe.Builder<InstanceEntity> filters) {
        Function<InstanceEntity, List<NetworkInterfaceEntity>> attached =
                instance -> interfaces.ofInstance(scope, instance.id());
        addAddresses(scope, filters, attached);
        Function<InstanceEntity, List<String>> groupIds = instance -> attached.apply(instance).stream()
                .flatMap(one -> one.groupIds().stream())
                .distinct()
                .toList();
        addOwn(scope, filters, attached);
        filters.filter("network-interface.network-interface-id", instance -> attached.apply(instance).stream()
                        .map(NetworkInterfaceEntity::id)
                        .toList())
                .filter("network-interface.subnet-id", instance -> attached.apply(instance).stream()
                        .map(NetworkInterfaceEntity::subnetId)
                        .toList())
                .filter("network-interface.vpc-id", instance -> attached.apply(instance).stream()
                        .map(NetworkInterfaceEntity::vpcId)
                        .toList())
                .filter("source-dest-check", instance -> attached.apply(instance).stream()
                        .limit(1)
                        .map(NetworkInterfaceEntity::sourceDestCheck)
                        .toList())
                .filter("instance.group-id", groupIds::apply)
                .filter("network-interface.group-id", groupIds::apply)
                .filter("instance.group-name", instance -> groups.findAll(scope, groupIds.apply(instance)).stream()
                        .map(SecurityGroupEntity::name)
                        .toList());
    }

    /** Values of interfaces that the answer does not show. */
    private void addOwn(
            Scope scope,
            Describe.Builder<InstanceEntity> filters,
            Function<InstanceEntity, List<NetworkInterfaceEntity>> attached) {
        Function<InstanceEntity, Stream<Tag>> its =
                instance -> attached.apply(instance).stream().flatMap(one -> tags.of(scope, one.id()).stream());
        filters.filter(
                        "network-interface.tag-key",
                        instance -> its.apply(instance).map(Tag::key).toList())
                .filter(
                        "network-interface.tag-value",
                        instance -> its.apply(instance).map(Tag::value).toList())
                .filter(
                        "network-interface.association.allocation-id",
                        instance -> associated(attached.apply(instance), PublicAssociation::allocationId))
                .filter(
                        "network-interface.association.association-id",
                        instance -> associated(attached.apply(instance), PublicAssociation::associationId))
                .filter(
                        "network-interface.addresses.association.allocation-id",
                        instance -> associated(attached.apply(instance), PublicAssociation::allocationId))
                .filter(
                        "network-interface.addresses.association.association-id",
                        instance -> associated(attached.apply(instance), PublicAssociation::associationId));
    }

    private static List<String> associated(
            List<NetworkInterfaceEntity> interfaces, Function<PublicAssociation, @Nullable String> value) {
        return interfaces.stream()
                .flatMap(one -> one.ipv4().stream())
                .flatMap(address -> address.association().stream())
                .flatMap(association -> Stream.ofNullable(value.apply(association)))
                .toList();
    }

    private static void addAddresses(
            Scope scope,
            Describe.Builder<InstanceEntity> filters,
            Function<InstanceEntity, List<NetworkInterfaceEntity>> attached) {
        Function<InstanceEntity, Stream<InterfaceAddress>> primary =
                instance -> attached.apply(instance).stream().flatMap(one -> one.primaryAddress().stream());
        filters.filter("private-ip-address", instance -> primary.apply(instance)
                        .map(InterfaceAddress::address)
                        .toList())
                .filter("private-dns-name", instance -> attached.apply(instance).stream()
                        .findFirst()
                        .map(one -> instance.names().privateName(scope, instance.id(), one))
                        .orElse(""))
                .filter("ip-address", instance -> primary.apply(instance)
                        .flatMap(address -> address.association().stream())
                        .map(PublicAssociation::publicIp)
                        .toList())
                .filter("network-interface.addresses.private-ip-address", instance -> attached.apply(instance).stream()
                        .flatMap(one -> one.ipv4().stream())
                        .map(InterfaceAddress::address)
                        .toList());
    }
}
