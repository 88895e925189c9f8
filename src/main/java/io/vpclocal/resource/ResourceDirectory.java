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

/** Finds the kind of an id and whether its resource exists. */
@Component
public class ResourceDirectory {

    private final ObjectProvider<ResourceOwner<?>> owners;

    ResourceDirectory(ObjectProvider<ResourceOwner<?>> owners) {
        this.owners = owners;
    }

    /** The owner of the id's resource kind; empty if the id has no known form. */
    public Optional<ResourceOwner<?>> owner(String id) {
        return owners.orderedStream()
                .filter(owner -> owner.kind().wellFormed(id))
                .findFirst()
                .map(owner -> (ResourceOwner<?>) owner);
    }

    /** True if a resource with that id exists in the scope, of any kind. */
    public boolean exists(Scope scope, String id) {
        return owner(id).map(owner -> owner.exists(scope, id)).orElse(false);
    }

    /** The existing ids among those given, of any kind. Runs one query per kind. */
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
