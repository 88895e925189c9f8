package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.ArrayList;
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
    private final TagStore tags;
    private final Describer describer;

    InstanceDescriptions(
            InstanceStates states,
            NetworkInterfaces interfaces,
            SecurityGroupService groups,
            TagStore tags,
            Describer describer) {
        this.states = states;
        this.interfaces = interfaces;
        this.groups = groups;
        this.tags = tags;
        this.describer = describer;
    }

    DescribeInstancesResponse describe(Scope scope, DescribeInstancesRequest request) {
        Page<InstanceEntity> page = describer.page(
                filters(scope),
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
                                .instances(entry.getValue())
                                .build())
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    /** The answer to a launch, with every instance pending. */
    RunInstancesResponse launched(Scope scope, String reservationId, List<InstanceEntity> made) {
        View view = view(scope, made);
        Map<String, List<Tag>> tagsById =
                tags.of(scope, made.stream().map(InstanceEntity::id).toList());
        return RunInstancesResponse.builder()
                .reservationId(reservationId)
                .ownerId(scope.account())
                .instances(made.stream()
                        .map(instance -> view.toWire(
                                instance, instance.phase().first(), tagsById.getOrDefault(instance.id(), List.of())))
                        .toList())
                .build();
    }

    private record View(InstanceWire wire, Map<String, List<NetworkInterfaceEntity>> interfaces) {

        Instance toWire(InstanceEntity instance, InstanceState state, List<Tag> tags) {
            return wire.toWire(instance, state, interfaces.getOrDefault(instance.id(), List.of()), tags);
        }
    }

    private View view(Scope scope, List<InstanceEntity> instances) {
        Map<String, List<NetworkInterfaceEntity>> byInstance =
                interfaces
                        .ofInstances(
                                scope,
                                instances.stream().map(InstanceEntity::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(InstanceDescriptions::instanceOf));
        List<String> groupIds = byInstance.values().stream()
                .flatMap(List::stream)
                .flatMap(one -> one.groupIds().stream())
                .distinct()
                .toList();
        Map<String, String> names = groups.findAll(scope, groupIds).stream()
                .collect(Collectors.toMap(SecurityGroupEntity::id, SecurityGroupEntity::name));
        return new View(new InstanceWire(names), byInstance);
    }

    private static String instanceOf(NetworkInterfaceEntity attached) {
        return Objects.requireNonNull(attached.attachment().orElseThrow().instanceId());
    }

    private Describe<InstanceEntity> filters(Scope scope) {
        Function<InstanceEntity, List<NetworkInterfaceEntity>> attached =
                instance -> interfaces.ofInstance(scope, instance.id());
        return Describe.<InstanceEntity>filters()
                .column("instance-id", "resourceId", InstanceEntity::id)
                .column("vpc-id", "vpcId", InstanceEntity::vpcId)
                .column("subnet-id", "subnetId", InstanceEntity::subnetId)
                .column("availability-zone", "availabilityZone", InstanceEntity::availabilityZone)
                .column("image-id", "imageId", InstanceEntity::imageId)
                .column("instance-type", "instanceType", InstanceEntity::instanceType)
                .column("reservation-id", "reservationId", InstanceEntity::reservationId)
                .filter("key-name", InstanceEntity::keyName)
                .filter("client-token", InstanceEntity::clientToken)
                .filter("owner-id", InstanceEntity::account)
                .filter("instance-state-name", instance -> states.of(instance).wire())
                .filter(
                        "instance-state-code",
                        instance -> states.of(instance).toWire().code())
                .filter("private-ip-address", instance -> attached.apply(instance).stream()
                        .flatMap(one -> one.primaryAddress().stream())
                        .map(address -> address.address())
                        .toList())
                .filter("network-interface.network-interface-id", instance -> attached.apply(instance).stream()
                        .map(NetworkInterfaceEntity::id)
                        .toList())
                .filter("instance.group-id", instance -> attached.apply(instance).stream()
                        .flatMap(one -> one.groupIds().stream())
                        .distinct()
                        .toList())
                .tags()
                .maxResults(MaxResults.classic(5, 1000))
                .idsExcludePaging("instancesSet")
                .build();
    }
}
