package io.vpclocal.resource;

import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one kind of resource taggable and tells policies its attributes. A module has one such component for each kind
 * it owns.
 */
public abstract class ResourceOwner<T extends ResourceEntity> implements ResourceAttributes {

    private final ResourceKind kind;
    private final ResourceRepository<T> resources;

    private final TagStore tags;

    protected ResourceOwner(ResourceKind kind, ResourceRepository<T> resources, TagStore tags) {
        this.kind = kind;
        this.resources = resources;
        this.tags = tags;
    }

    /** The condition keys of this resource for policies, without those of its tags. */
    protected abstract Map<String, List<String>> conditionKeys(T resource);

    public ResourceKind kind() {
        return kind;
    }

    @Override
    public String resourceType() {
        return kind.type();
    }

    /** True if the resource exists, so that it can be tagged. */
    public boolean exists(Scope scope, String id) {
        return resources.find(scope, id).isPresent();
    }

    /** The existing ids among those given. Runs one query. */
    public Set<String> existing(Scope scope, Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(resources.findIds(scope.account(), scope.region(), ids));
    }

    /** Reads committed rows: permissions are checked before a call changes anything. */
    @Override
    public Optional<Attributes> attributes(Scope scope, String id) {
        return tags.asCommitted(() -> resources
                .find(scope, id)
                .map(resource -> new Attributes(conditionKeys(resource), tags.asMap(scope, id))));
    }
}
