package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Revisions in a database table that several nodes share. Every commit changes the revision in its last statement, so a
 * reader that sees the change also sees the new revision, and the row is locked only briefly. Revisions are random, so
 * none from before a reset is reused.
 */
final class SharedRevisions implements Revisions {

    private static final int LENGTH = 32;
    private static final String WHERE = " where account = :account and region = :region";

    private record Moved(Scope scope, String from, String to) {}

    private final EntityManager entities;
    private final Ids ids;

    /** The revisions of the rows in this node's memory. */
    private final Map<Scope, String> known = new ConcurrentHashMap<>();

    SharedRevisions(EntityManager entities, Ids ids) {
        this.entities = entities;
        this.ids = ids;
    }

    @Override
    public boolean severalNodes() {
        return true;
    }

    @Override
    public Optional<String> current(Scope scope) {
        return read(entities.createNativeQuery("select revision from network_revision" + WHERE, String.class), scope);
    }

    @Override
    public void bringUpToDate(Scope scope, Runnable forget) {
        if (!firstInCall(scope)) {
            return;
        }
        String now = current(scope).orElse("");
        if (!now.equals(known.get(scope))) {
            synchronized (this) {
                // Drop the rows first and store the revision then: other calls may ask at the same time.
                forget.run();
                known.put(scope, now);
            }
        }
    }

    @Override
    public Runnable committing(Set<Scope> scopes, SharedSessionContractImplementor session) {
        List<Moved> moved = new ArrayList<>();
        for (Scope scope : scopes) {
            moved.add(move(scope, session));
        }
        // A commit of another node in between is noticed: the revision then differs from the known one.
        return () -> moved.forEach(move -> known.replace(move.scope(), move.from(), move.to()));
    }

    private Moved move(Scope scope, SharedSessionContractImplementor session) {
        String mark = ids.hex(LENGTH);
        Optional<String> before = read(
                session.createNativeQuery(
                        "select revision from network_revision" + WHERE + " for update", String.class),
                scope);
        String change = before.isPresent()
                ? "update network_revision set revision = :revision" + WHERE
                : "insert into network_revision (account, region, revision) values (:account, :region, :revision)";
        of(session.createNativeQuery(change), scope)
                .setParameter("revision", mark)
                .executeUpdate();
        return new Moved(scope, before.orElse(""), mark);
    }

    /** The revision is read once per call. */
    private boolean firstInCall(Scope scope) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return true;
        }
        CallScopes seen = (CallScopes) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            seen = new CallScopes(this);
            TransactionSynchronizationManager.bindResource(this, seen);
            TransactionSynchronizationManager.registerSynchronization(seen);
        }
        return seen.scopes.add(scope);
    }

    private static Optional<String> read(Query query, Scope scope) {
        List<?> rows = of(query, scope).getResultList();
        return rows.stream().findFirst().map(String::valueOf);
    }

    private static Query of(Query query, Scope scope) {
        return query.setParameter("account", scope.account()).setParameter("region", scope.region());
    }

    /** The scopes whose revisions a call has read. */
    private static final class CallScopes implements TransactionSynchronization {

        private final Object key;
        private final Set<Scope> scopes = new HashSet<>();

        CallScopes(Object key) {
            this.key = key;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(key);
        }
    }
}
