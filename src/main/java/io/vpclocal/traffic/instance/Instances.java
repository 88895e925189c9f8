package io.vpclocal.traffic.instance;

import io.vpclocal.compute.profile.ProfileAssociations;
import io.vpclocal.compute.volume.Volumes;
import io.vpclocal.network.address.PublicAddressPool;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The rules of instances, which have states and network interfaces but no machine. A terminated instance is described
 * for an hour (Amazon EC2 User Guide: instance lifecycle).
 */
@Service
public class Instances {

    public static final ResourceKind KIND = new ResourceKind("instance", "i", "instance", "InvalidInstanceID");

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final String AMAZON = "amazon";

    private final InstanceRepository instances;
    private final NetworkInterfaces interfaces;
    private final PublicAssociations associations;
    private final PublicAddressPool publicAddresses;
    private final VpcService vpcs;
    private final SubnetService subnets;
    private final NewInterfaces newInterfaces;
    private final Volumes volumes;
    private final ProfileAssociations profiles;
    private final InstancePlacements placements;
    private final SpotRequests spotRequests;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    Instances(
            InstanceRepository instances,
            NetworkInterfaces interfaces,
            PublicAssociations associations,
            PublicAddressPool publicAddresses,
            VpcService vpcs,
            SubnetService subnets,
            NewInterfaces newInterfaces,
            Volumes volumes,
            ProfileAssociations profiles,
            InstancePlacements placements,
            SpotRequests spotRequests,
            TagStore tags,
            Ids ids,
            Clock clock) {
        this.instances = instances;
        this.interfaces = interfaces;
        this.associations = associations;
        this.publicAddresses = publicAddresses;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.newInterfaces = newInterfaces;
        this.volumes = volumes;
        this.profiles = profiles;
        this.placements = placements;
        this.spotRequests = spotRequests;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates the instances of one reservation and returns the first one. */
    InstanceEntity run(Scope scope, Launch launch) {
        forgetOld(scope);
        String reservationId = ids.next("r");
        InstanceEntity first = launch(scope, launch, reservationId, 0);
        for (int index = 1; index < launch.count(); index++) {
            launch(scope, launch, reservationId, index);
        }
        return first;
    }

    List<InstanceEntity> ofReservation(InstanceEntity one) {
        return instances.ofReservation(one.account(), one.region(), one.reservationId());
    }

    /** @throws AwsException if the instance does not exist */
    InstanceEntity require(Scope scope, String id) {
        return instances.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** One instance with its VPC locked. @throws AwsException if it does not exist */
    InstanceEntity lock(Scope scope, String id) {
        return lock(scope, List.of(id)).get(0);
    }

    /** Instances by id, in the order of the ids, with their VPCs locked. @throws AwsException if one does not exist */
    List<InstanceEntity> lock(Scope scope, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            throw InstanceErrors.noInstances();
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        for (String id : wanted) {
            if (!KIND.wellFormed(id)) {
                throw KIND.malformed(id);
            }
        }
        List<InstanceEntity> found = instances.findAll(scope, missing);
        found.forEach(instance -> missing.remove(instance.id()));
        if (!missing.isEmpty()) {
            throw KIND.notFound(missing);
        }
        // Always in the same order, so that two calls do not deadlock.
        found.stream()
                .map(InstanceEntity::vpcId)
                .distinct()
                .sorted()
                .forEach(vpcId -> vpcs.lockIfPresent(scope, vpcId));
        return found.stream()
                .map(instance -> instances.lock(scope, instance.id()).orElseThrow())
                .toList();
    }

    void start(InstanceEntity instance) {
        if (instance.phase() == InstancePhase.STARTED) {
            return;
        }
        if (instance.terminated()) {
            throw InstanceErrors.incorrectState(instance.id(), "started");
        }
        instance.enter(InstancePhase.STARTED, clock.instant());
        publish(instance);
    }

    void stop(InstanceEntity instance) {
        if (instance.terminated()) {
            throw InstanceErrors.incorrectState(instance.id(), "stopped");
        }
        if (instance.spotRequestId().isPresent()) {
            throw SpotErrors.cannotStop(instance.id());
        }
        if (instance.settings().disableApiStop()) {
            throw InstanceErrors.isProtected(instance.id(), "stopped", "disableApiStop");
        }
        if (instance.phase() == InstancePhase.STARTED) {
            instance.enter(InstancePhase.STOPPED, clock.instant());
            interfaces.ofInstance(instance.scope(), instance.id()).forEach(associations::releaseLaunched);
        }
    }

    /** Terminating a terminated instance changes nothing. */
    void terminate(InstanceEntity instance) {
        if (instance.terminated()) {
            return;
        }
        if (instance.settings().disableApiTermination()) {
            throw InstanceErrors.isProtected(instance.id(), "terminated", "disableApiTermination");
        }
        // Recorded from AWS: the protection against stopping also protects against termination.
        if (instance.settings().disableApiStop()) {
            throw InstanceErrors.isProtected(instance.id(), "terminated", "disableApiStop");
        }
        Scope scope = instance.scope();
        volumes.terminate(scope, instance.id());
        profiles.terminate(scope, instance.id());
        spotRequests.close(instance);
        for (NetworkInterfaceEntity one : interfaces.ofInstance(scope, instance.id())) {
            associations.releaseLaunched(one);
            if (one.attachment().map(Attachment::deleteOnTermination).orElse(false)) {
                interfaces.delete(scope, one.id());
            } else {
                interfaces.detach(scope, one.id());
            }
        }
        instance.enter(InstancePhase.TERMINATED, clock.instant());
    }

    private InstanceEntity launch(Scope scope, Launch launch, String reservationId, int index) {
        Instant now = clock.instant();
        List<NetworkInterfaceEntity> made = new ArrayList<>();
        launch.interfaces().forEach(wanted -> made.add(newInterfaces.make(scope, launch, wanted)));
        SubnetEntity subnet = subnets.require(scope, made.get(0).subnetId());
        InstancePlacement placement = placements.place(scope, launch.placement(), subnet.availabilityZone());
        InstanceEntity instance =
                instances.save(new InstanceEntity(subnet, ids.next("i"), reservationId, index, launch, placement, now));
        spotRequests.store(launch, instance, made.get(0));
        tags.create(scope, KIND, instance.id(), launch.tags());
        tags.putReserved(scope, KIND, instance.id(), launch.reservedTags());
        for (int i = 0; i < made.size(); i++) {
            LaunchInterface wanted = launch.interfaces().get(i);
            interfaces.attach(
                    scope, made.get(i).id(), instance.id(), wanted.deviceIndex(), wanted.deleteOnTermination());
        }
        if (launch.profile() != null) {
            profiles.associate(scope, instance.id(), launch.profile());
        }
        launch.volumes()
                .forEach(plan -> volumes.create(scope, subnet.availabilityZone(), instance.id(), plan, launch.tags()));
        publish(instance);
        return instance;
    }

    /** Maps a public address to the primary address, if the instance gets one and has no Elastic IP address. */
    private void publish(InstanceEntity instance) {
        if (!instance.publicAddress()) {
            return;
        }
        interfaces.ofInstance(instance.scope(), instance.id()).stream()
                .findFirst()
                .flatMap(NetworkInterfaceEntity::primaryAddress)
                .filter(address -> address.association().isEmpty())
                .ifPresent(address -> associations.associate(
                        address, new PublicAssociation(publicAddresses.draw(), null, null, AMAZON)));
    }

    private void forgetOld(Scope scope) {
        for (InstanceEntity gone :
                instances.terminatedBefore(scope, clock.instant().minus(REMEMBERED))) {
            tags.forget(scope, gone.id());
            instances.delete(gone);
        }
    }
}
