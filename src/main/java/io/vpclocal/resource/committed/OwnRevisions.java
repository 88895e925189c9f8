package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Marks in memory: this process is the only one that writes to its database. A number never comes back. */
final class OwnRevisions implements Revisions {

    private final AtomicLong commits = new AtomicLong();
    private final Map<Scope, Long> revisions = new ConcurrentHashMap<>();

    @Override
    public Optional<String> current(Scope scope) {
        return Optional.of(String.valueOf(revisions.getOrDefault(scope, 0L)));
    }

    @Override
    public void bringUpToDate(Scope scope, Runnable forget) {
        // Nobody else commits.
    }

    @Override
    public Runnable committing(Set<Scope> scopes, SharedSessionContractImplementor session) {
        return () -> scopes.forEach(scope -> revisions.put(scope, commits.incrementAndGet()));
    }
}
