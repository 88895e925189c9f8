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
 * Marks in a table of the database that several nodes share. Every commit changes the mark as its last statement, so that
 * whoever sees the change sees the new mark, and nobody who holds its row waits for anybody. Marks are random: one from
 * before a reset never comes back.
 */
final class SharedRevisions implements Revisions {

    private static final int LENGTH = 32;
    private static final String WHERE = " where account = :account and region = :region";

    private record Moved(Scope scope, String from, String to) {}

    private final EntityManager entities;
    private final Ids ids;

    /** The marks of what this node has in memory. */
    private final Map<Scope, String> known = new ConcurrentHashMap<>();

    SharedRevisions(EntityManager entities, Ids ids) {
        this.entities = entities;
        this.ids = ids;
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
                // First forgotten, then known to be up to date: others may ask at the same time.
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
        // What another node has committed in between is noticed: then the mark was not the known one.
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

    /** One look at the mark serves a whole call. */
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

    /** The scopes whose marks a call has looked at. */
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
