package io.vpclocal.compute.profile;

import io.vpclocal.identity.InstanceProfileLookup;
import io.vpclocal.identity.InstanceProfileLookup.Profile;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.CommittedState;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;

/** The rules of associations between instances and instance profiles. */
@Service
public class ProfileAssociations {

    private static final String PREFIX = "iip-assoc";

    private final ProfileAssociationRepository associations;
    private final InstanceProfileLookup profiles;
    private final CommittedState committed;
    private final Ids ids;
    private final Clock clock;

    ProfileAssociations(
            ProfileAssociationRepository associations,
            InstanceProfileLookup profiles,
            CommittedState committed,
            Ids ids,
            Clock clock) {
        this.associations = associations;
        this.profiles = profiles;
        this.committed = committed;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The profile that a request names.
     *
     * @throws io.vpclocal.protocol.AwsException if it does not exist or has no role
     */
    public Profile require(Scope scope, IamInstanceProfileSpecification wanted) {
        String arn = wanted.arn();
        if (arn != null && wanted.name() != null) {
            throw ProfileErrors.both();
        }
        Profile found = arn == null ? named(scope, wanted.name()) : byArn(scope, arn);
        if (!found.hasRole()) {
            throw ProfileErrors.noRole(found.arn());
        }
        return found;
    }

    private Profile named(Scope scope, @Nullable String name) {
        String given = name == null ? "" : name;
        return profiles.named(scope, given).orElseThrow(() -> ProfileErrors.badName(given));
    }

    private Profile byArn(Scope scope, String arn) {
        return profiles.named(scope, arn.substring(arn.lastIndexOf('/') + 1))
                .filter(profile -> profile.arn().equals(arn))
                .orElseThrow(() -> ProfileErrors.badArn(arn));
    }

    /** @throws io.vpclocal.protocol.AwsException if the instance has a profile */
    public ProfileAssociationEntity associate(Scope scope, String instanceId, Profile profile) {
        if (stored(scope, instanceId).isPresent()) {
            throw ProfileErrors.exists(instanceId);
        }
        return associations.save(
                new ProfileAssociationEntity(scope, ids.next(PREFIX), clock.instant(), instanceId, profile));
    }

    /** Removes the association of a terminated instance. */
    public void terminate(Scope scope, String instanceId) {
        stored(scope, instanceId).ifPresent(associations::delete);
    }

    ProfileAssociationEntity disassociate(Scope scope, String id) {
        ProfileAssociationEntity found = require(scope, id);
        associations.delete(found);
        return found;
    }

    /** A replaced association gets a new id. */
    ProfileAssociationEntity replace(Scope scope, String id, Profile profile) {
        ProfileAssociationEntity old = require(scope, id);
        associations.delete(old);
        associations.flush();
        return associate(scope, old.instanceId(), profile);
    }

    Optional<ProfileAssociationEntity> find(Scope scope, String id) {
        return associations.find(scope, id);
    }

    /** The associations of several instances. */
    public List<ProfileAssociationEntity> ofInstances(Scope scope, Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) {
            return List.of();
        }
        return committed
                .rows(ProfileAssociationEntity.class, scope)
                .map(rows -> instanceIds.stream()
                        .flatMap(id -> rows.with("instanceId", ProfileAssociationEntity::instanceId, id).stream())
                        .toList())
                .orElseGet(() -> associations.ofInstances(scope.account(), scope.region(), instanceIds));
    }

    private ProfileAssociationEntity require(Scope scope, String id) {
        return associations.lock(scope, id).orElseThrow(() -> ProfileErrors.notFound(id));
    }

    private Optional<ProfileAssociationEntity> stored(Scope scope, String instanceId) {
        return associations.ofInstances(scope.account(), scope.region(), List.of(instanceId)).stream()
                .findFirst();
    }
}
