package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Revisions in memory, for a database that only this process writes to. A number is never reused. */
final class LocalRevisions implements Revisions {

    private final AtomicLong commits = new AtomicLong();
    private final Map<Scope, Long> revisions = new ConcurrentHashMap<>();

    @Override
    public boolean severalNodes() {
        return false;
    }

    @Override
    public Optional<String> current(Scope scope) {
        return Optional.of(String.valueOf(revisions.getOrDefault(scope, 0L)));
    }

    @Override
    public void bringUpToDate(Scope scope, Runnable forget) {
        // No other process commits.
    }

    @Override
    public Runnable committing(Set<Scope> scopes, SharedSessionContractImplementor session) {
        return () -> scopes.forEach(scope -> revisions.put(scope, commits.incrementAndGet()));
    }
}
