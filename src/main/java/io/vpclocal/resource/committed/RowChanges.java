package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells the committed state which rows a transaction has changed, after its commit and before its call is answered. A
 * row belongs to the row it refers to: a changed route is a change of its table.
 */
final class RowChanges implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final Comparator<Scope> ORDER =
            Comparator.comparing(Scope::account).thenComparing(Scope::region);

    private record Change(Class<?> type, Scope scope, long seq) {}

    /** The changes of one transaction. */
    private static final class Changes {

        private final Set<Change> rows = new LinkedHashSet<>();
        private final Set<Class<?>> types = new LinkedHashSet<>();

        /** A fixed order, in which the revisions are locked. */
        private final Set<Scope> scopes = new TreeSet<>(ORDER);

        private Runnable committed = () -> {};
    }

    private final ObjectProvider<CommittedState> state;
    private final ObjectProvider<Revisions> revisions;
    private final Map<SharedSessionContractImplementor, Changes> running = new ConcurrentHashMap<>();

    RowChanges(ObjectProvider<CommittedState> state, ObjectProvider<Revisions> revisions) {
        this.state = state;
        this.revisions = revisions;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        changed(event.getSession(), event.getEntity());
        belongingTo(event.getSession(), event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        changed(event.getSession(), event.getEntity());
        belongingTo(event.getSession(), event.getState());
        // A row that moves from one owner to another changes both.
        belongingTo(event.getSession(), event.getOldState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        changed(event.getSession(), event.getEntity());
        belongingTo(event.getSession(), event.getDeletedState());
    }

    private void belongingTo(SharedSessionContractImplementor session, Object @Nullable [] attributes) {
        if (attributes != null) {
            for (Object attribute : attributes) {
                changed(session, attribute);
            }
        }
    }

    private void changed(SharedSessionContractImplementor session, @Nullable Object entity) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        if (proxy != null && proxy.isUninitialized()) {
            // The owner of the row is unknown here, and a query for it is not allowed during a flush.
            if (StoredRow.class.isAssignableFrom(proxy.getPersistentClass())) {
                of(session).types.add(proxy.getPersistentClass());
            }
            return;
        }
        Object loaded = proxy == null ? entity : proxy.getImplementation();
        if (loaded instanceof StoredRow row) {
            Changes changes = of(session);
            changes.rows.add(new Change(row.getClass(), row.scope(), row.seq()));
            changes.scopes.add(row.scope());
        }
    }

    private Changes of(SharedSessionContractImplementor session) {
        Changes known = running.get(session);
        if (known != null) {
            return known;
        }
        Changes changes = new Changes();
        running.put(session, changes);
        var queue = ((EventSource) session).getActionQueue();
        queue.registerCallback(
                ending -> changes.committed = revisions.getObject().committing(changes.scopes, ending));
        queue.registerCallback((success, ended) -> {
            running.remove(session);
            if (success) {
                tell(changes);
            }
        });
        return changes;
    }

    private void tell(Changes changes) {
        CommittedState committed = state.getObject();
        changes.types.forEach(committed::changed);
        changes.rows.forEach(row -> committed.changed(row.type(), row.scope(), row.seq()));
        changes.committed.run();
    }
}
