package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.securitygroup.GroupIdentifiers;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.codec.ModelText;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.LaunchSpecification;

/**
 * The rules of spot requests. A launch makes them, and there is always capacity. A request is kept for four hours after
 * its instance is terminated (EC2 API Reference, DescribeSpotInstanceRequests).
 */
@Service
class SpotRequests {

    static final ResourceKind KIND = new ResourceKind(
            "spot-instances-request",
            "sir",
            "spot instance request",
            "InvalidSpotInstanceRequestID",
            ResourceKind.NOT_TOLD_APART,
            ResourceKind.NAMED_ID);

    private static final Duration REMEMBERED = Duration.ofHours(4);

    private final SpotRequestRepository requests;
    private final SecurityGroupService groups;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    SpotRequests(SpotRequestRepository requests, SecurityGroupService groups, TagStore tags, Ids ids, Clock clock) {
        this.requests = requests;
        this.groups = groups;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the request of a new instance, if it is a spot instance. */
    void store(Launch launch, InstanceEntity instance, NetworkInterfaceEntity primary) {
        LaunchSpot spot = launch.spot();
        if (spot == null) {
            return;
        }
        Scope scope = instance.scope();
        forgetOld(scope);
        SpotRequestEntity made = requests.save(new SpotRequestEntity(
                instance,
                ids.next(KIND.prefix()),
                clock.instant(),
                spot.maxPrice(),
                ModelText.write(placed(spot, instance, primary))));
        tags.create(scope, KIND, made.id(), launch.tags());
        instance.fulfil(made.id());
    }

    /** A launch with network interfaces has their subnets and groups. */
    private LaunchSpecification placed(LaunchSpot spot, InstanceEntity instance, NetworkInterfaceEntity primary) {
        LaunchSpecification.Builder placed = spot.specification().toBuilder().placement(p -> p.availabilityZone(
                        instance.availabilityZone())
                .tenancy(instance.settings().tenancy())
                .groupName(
                        instance.placement().map(InstancePlacement::groupName).orElse(null)));
        if (spot.specification().networkInterfaces().isEmpty()) {
            Map<String, String> names = groups.findAll(instance.scope(), primary.groupIds()).stream()
                    .collect(Collectors.toMap(SecurityGroupEntity::id, SecurityGroupEntity::name));
            placed.subnetId(instance.subnetId()).securityGroups(GroupIdentifiers.of(primary.groupIds(), names));
        }
        return placed.build();
    }

    /**
     * Cancels requests. Their instances continue to run.
     *
     * @return the requests in the order of the ids
     * @throws AwsException {@code InvalidSpotInstanceRequestID.NotFound}
     */
    List<SpotRequestEntity> cancel(Scope scope, List<String> wanted) {
        Set<String> missing = new LinkedHashSet<>(wanted);
        requests.findAll(scope, missing).forEach(found -> missing.remove(found.id()));
        if (!missing.isEmpty()) {
            throw KIND.notFound(missing);
        }
        // Always in the same order, so that two calls do not deadlock.
        Map<String, SpotRequestEntity> locked = wanted.stream()
                .distinct()
                .sorted()
                .collect(Collectors.toMap(
                        id -> id, id -> requests.lock(scope, id).orElseThrow(() -> KIND.notFound(id))));
        locked.values().forEach(request -> request.cancel(clock.instant()));
        return wanted.stream().distinct().map(locked::get).toList();
    }

    /** Closes the request of an instance that is terminated. */
    void close(InstanceEntity instance) {
        instance.spotRequestId()
                .flatMap(id -> requests.lock(instance.scope(), id))
                .ifPresent(request -> request.end(clock.instant()));
    }

    private void forgetOld(Scope scope) {
        for (SpotRequestEntity gone : requests.endedBefore(
                scope.account(), scope.region(), clock.instant().minus(REMEMBERED))) {
            tags.forget(scope, gone.id());
            requests.delete(gone);
        }
    }
}
