package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out, for an id of any kind, which kind it is and whether there is such a resource. */
@Component
public class ResourceDirectory {

    private final ObjectProvider<ResourceOwner<?>> owners;

    ResourceDirectory(ObjectProvider<ResourceOwner<?>> owners) {
        this.owners = owners;
    }

    /** Who owns the kind of resource that the id has the form of; empty if it has no known form. */
    public Optional<ResourceOwner<?>> owner(String id) {
        return owners.orderedStream()
                .filter(owner -> owner.kind().wellFormed(id))
                .findFirst()
                .map(owner -> (ResourceOwner<?>) owner);
    }

    /** True if there is a resource with that id, of whatever kind, in the scope. */
    public boolean exists(Scope scope, String id) {
        return owner(id).map(owner -> owner.exists(scope, id)).orElse(false);
    }

    /** Those of the ids that exist, of whatever kinds they are: one query for each kind among them. */
    public Set<String> existing(Scope scope, Collection<String> ids) {
        Map<ResourceOwner<?>, Set<String>> byOwner = new LinkedHashMap<>();
        for (String id : ids) {
            owner(id).ifPresent(owner -> byOwner.computeIfAbsent(owner, o -> new LinkedHashSet<>())
                    .add(id));
        }
        Set<String> existing = new HashSet<>();
        byOwner.forEach((owner, its) -> existing.addAll(owner.existing(scope, its)));
        return existing;
    }
}
