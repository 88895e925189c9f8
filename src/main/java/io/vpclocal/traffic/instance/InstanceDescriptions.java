package io.vpclocal.traffic.instance;

import io.vpclocal.compute.profile.ProfileAssociationEntity;
import io.vpclocal.compute.profile.ProfileAssociations;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.compute.volume.VolumeEntity;
import io.vpclocal.compute.volume.Volumes;
import io.vpclocal.network.networkinterface.DnsNames;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Describes instances; their interfaces and groups are read together. */
@Component
class InstanceDescriptions {

    private final InstanceStates states;
    private final NetworkInterfaces interfaces;
    private final SecurityGroupService groups;
    private final VpcService vpcs;
    private final Volumes volumes;
    private final ProfileAssociations profiles;
    private final InstanceTypes types;
    private final Regions regions;
    private final InstanceFilters filters;
    private final TagStore tags;
    private final Describer describer;

    InstanceDescriptions(
            InstanceStates states,
            NetworkInterfaces interfaces,
            SecurityGroupService groups,
            VpcService vpcs,
            Volumes volumes,
            ProfileAssociations profiles,
            InstanceTypes types,
            Regions regions,
            InstanceFilters filters,
            TagStore tags,
            Describer describer) {
        this.states = states;
        this.interfaces = interfaces;
        this.groups = groups;
        this.vpcs = vpcs;
        this.volumes = volumes;
        this.profiles = profiles;
        this.types = types;
        this.regions = regions;
        this.filters = filters;
        this.tags = tags;
        this.describer = describer;
    }

    DescribeInstancesResponse describe(Scope scope, DescribeInstancesRequest request) {
        Map<String, Instance> shown = new HashMap<>();
        Page<InstanceEntity> page = describer.page(
                filters.of(scope, instance -> shown.computeIfAbsent(instance.id(), id -> shown(scope, instance))),
                InstanceEntity.class,
                Instances.KIND,
                scope,
                request.instanceIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        Map<String, List<Instance>> reservations = new LinkedHashMap<>();
        View view = view(scope, page.items());
        for (InstanceEntity instance : page.items()) {
            List<Tag> its = page.tags().getOrDefault(instance.id(), List.of());
            reservations
                    .computeIfAbsent(instance.reservationId(), id -> new ArrayList<>())
                    .add(view.toWire(instance, states.of(instance), its));
        }
        return DescribeInstancesResponse.builder()
                .reservations(reservations.entrySet().stream()
                        .map(entry -> Reservation.builder()
                                .reservationId(entry.getKey())
                                .ownerId(scope.account())
                                .groups(List.of())
                                .instances(entry.getValue())
                                .build())
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private Instance shown(Scope scope, InstanceEntity instance) {
        return view(scope, List.of(instance)).toWire(instance, states.of(instance), List.of());
    }

    /** The answer to a launch, with every instance pending. */
    RunInstancesResponse launched(Scope scope, String reservationId, List<InstanceEntity> made) {
        View view = view(scope, made);
        Map<String, List<Tag>> tagsById =
                tags.of(scope, made.stream().map(InstanceEntity::id).toList());
        return RunInstancesResponse.builder()
                .reservationId(reservationId)
                .ownerId(scope.account())
                .groups(List.of())
                .instances(made.stream()
                        .map(instance -> view.toWire(
                                instance, instance.phase().first(), tagsById.getOrDefault(instance.id(), List.of())))
                        .map(InstanceWire::launched)
                        .toList())
                .build();
    }

    private record View(
            InstanceWire wire,
            Map<String, List<NetworkInterfaceEntity>> interfaces,
            Map<String, List<VolumeEntity>> volumes,
            Map<String, ProfileAssociationEntity> profiles) {

        Instance toWire(InstanceEntity instance, InstanceState state, List<Tag> tags) {
            String id = instance.id();
            InstanceWire.Parts parts = new InstanceWire.Parts(
                    interfaces.getOrDefault(id, List.of()),
                    volumes.getOrDefault(id, List.of()),
                    profiles.get(id),
                    tags);
            return wire.toWire(instance, state, parts);
        }
    }

    private View view(Scope scope, List<InstanceEntity> instances) {
        List<String> ids = instances.stream().map(InstanceEntity::id).toList();
        Map<String, List<NetworkInterfaceEntity>> byInstance = interfaces.ofInstances(scope, ids).stream()
                .collect(Collectors.groupingBy(InstanceDescriptions::instanceOf));
        List<String> groupIds = byInstance.values().stream()
                .flatMap(List::stream)
                .flatMap(one -> one.groupIds().stream())
                .distinct()
                .toList();
        Map<String, String> names = groups.findAll(scope, groupIds).stream()
                .collect(Collectors.toMap(SecurityGroupEntity::id, SecurityGroupEntity::name));
        DnsNames hosts = new DnsNames(vpcs, scope)
                .of(instances.stream().map(InstanceEntity::vpcId).distinct().toList());
        return new View(
                new InstanceWire(names, types, regions, hosts),
                byInstance,
                volumes.ofInstances(scope, ids).stream()
                        .collect(Collectors.groupingBy(volume -> Objects.requireNonNull(volume.instanceId()))),
                profiles.ofInstances(scope, ids).stream()
                        .collect(Collectors.toMap(ProfileAssociationEntity::instanceId, Function.identity())));
    }

    private static String instanceOf(NetworkInterfaceEntity attached) {
        return Objects.requireNonNull(attached.attachment().orElseThrow().instanceId());
    }
}
