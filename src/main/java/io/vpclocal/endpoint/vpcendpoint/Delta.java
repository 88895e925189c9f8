package io.vpclocal.endpoint.vpcendpoint;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The ids that a modification adds and removes, each once. An id in both lists stays unchanged. */
public record Delta(Set<String> added, Set<String> removed) {

    public static Delta of(Collection<String> add, Collection<String> remove) {
        Set<String> added = new LinkedHashSet<>(add);
        Set<String> removed = new LinkedHashSet<>(remove);
        added.removeAll(remove);
        removed.removeAll(add);
        return new Delta(added, removed);
    }

    public boolean none() {
        return added.isEmpty() && removed.isEmpty();
    }
}
