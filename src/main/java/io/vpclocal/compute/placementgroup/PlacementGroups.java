package io.vpclocal.compute.placementgroup;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of placement groups. */
@Service
public class PlacementGroups {

    public static final ResourceKind KIND = new ResourceKind(
            "placement-group",
            "pg",
            "Placement Group",
            "InvalidPlacementGroup",
            "InvalidPlacementGroupId",
            ResourceKind.UNKNOWN);

    private final PlacementGroupRepository groups;
    private final DependencyGuard dependents;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    PlacementGroups(
            PlacementGroupRepository groups,
            DependencyGuard dependents,
            TagStore tags,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.dependents = dependents;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Finds and locks a group, so that it is not deleted before the transaction ends, and launches into it happen one
     * after the other.
     *
     * @throws io.vpclocal.protocol.AwsException {@code InvalidPlacementGroup.Unknown} or {@code
     *     InvalidPlacementGroupId.Malformed}
     */
    public PlacementGroupEntity lock(Scope scope, String id) {
        return groups.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** Like {@link #lock}, by name. */
    public PlacementGroupEntity lockNamed(Scope scope, String name) {
        return lock(scope, requireNamed(scope, name).id());
    }

    /** The ARN of the group that a request names by id or by name; empty if it names none, or an id that does not exist. */
    public Optional<String> arn(Scope scope, @Nullable String id, @Nullable String name) {
        return id != null
                ? groups.find(scope, id).map(PlacementGroupEntity::arn)
                : Optional.ofNullable(name).map(given -> arn(scope, given));
    }

    /** The ARN of a group, which contains its name. */
    public static String arn(Scope scope, String name) {
        return scope.arn("ec2", KIND.type() + "/" + name);
    }

    PlacementGroupEntity requireNamed(Scope scope, String name) {
        return groups.named(scope, name).orElseThrow(() -> KIND.notFound(name));
    }

    PlacementGroupEntity create(
            Scope scope, String name, PlacementStrategy strategy, List<TagSpecification> specifications) {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        if (name.length() > PlacementGroupLimits.NAME_LENGTH || !ascii) {
            throw PlacementGroupErrors.badName(name);
        }
        if (groups.named(scope, name).isPresent()) {
            throw PlacementGroupErrors.duplicate(name);
        }
        quotas.requireRoom(
                () -> groups.count(scope),
                PlacementGroupLimits.GROUPS_PER_REGION,
                PlacementGroupErrors.tooMany().code(),
                PlacementGroupErrors.tooMany().text());
        PlacementGroupEntity made =
                groups.save(new PlacementGroupEntity(scope, ids.next(KIND.prefix()), clock.instant(), name, strategy));
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    void delete(Scope scope, String name) {
        PlacementGroupEntity gone = lockNamed(scope, name);
        if (dependents.used(scope, gone.id())) {
            throw PlacementGroupErrors.inUse(name);
        }
        tags.forget(scope, gone.id());
        groups.delete(gone);
    }
}
