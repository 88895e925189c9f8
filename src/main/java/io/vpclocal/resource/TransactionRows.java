package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows that a transaction has found, locked or created. A second lookup finds them here without a query; the
 * session would return the same object. Deleted and detached rows are not found here.
 */
@Component
class TransactionRows {

    private record Key(Class<?> type, String account, String region, String id) {}

    private final EntityManager entities;

    TransactionRows(EntityManager entities) {
        this.entities = entities;
    }

    /** The row, if this transaction has found it. */
    <T extends ResourceEntity> Optional<T> found(Class<T> type, Scope scope, String id) {
        return present(type, known().found.get(key(type, scope, id)));
    }

    /** The rows in the order of creation, if this transaction has found all of them. */
    <T extends ResourceEntity> Optional<List<T>> found(Class<T> type, Scope scope, Collection<?> ids) {
        TreeMap<Long, T> rows = new TreeMap<>();
        for (Object id : ids) {
            Optional<T> row = found(type, scope, id.toString());
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.put(row.get().seq(), row.get());
        }
        return Optional.of(List.copyOf(rows.values()));
    }

    /** The row, if this transaction has locked it. */
    <T extends ResourceEntity> Optional<T> locked(Class<T> type, Scope scope, String id) {
        return present(type, known().locked.get(key(type, scope, id)));
    }

    <T extends ResourceEntity> void find(Class<T> type, T row) {
        known().found.put(key(type, row.scope(), row.id()), row);
    }

    <T extends ResourceEntity> void lock(Class<T> type, T row) {
        find(type, row);
        known().locked.put(key(type, row.scope(), row.id()), row);
    }

    /** Stores all tags of a new resource. */
    void created(Scope scope, String id, Collection<TagEntity> tags) {
        known().tags.put(key(TagEntity.class, scope, id), List.copyOf(tags));
    }

    /** Removes the tags stored by {@link #created}, because they change. */
    void tagsChange(Scope scope, String id) {
        known().tags.remove(key(TagEntity.class, scope, id));
    }

    /** The tags of the resources, if this transaction has created all of them. */
    Optional<List<TagEntity>> tags(Scope scope, Collection<String> ids) {
        Map<Key, List<TagEntity>> created = known().tags;
        List<TagEntity> tags = new ArrayList<>();
        for (String id : ids) {
            List<TagEntity> ofResource = created.get(key(TagEntity.class, scope, id));
            if (ofResource == null) {
                return Optional.empty();
            }
            tags.addAll(ofResource);
        }
        return Optional.of(tags);
    }

    private <T> Optional<T> present(Class<T> type, @Nullable Object row) {
        return row != null && entities.contains(row) ? Optional.of(type.cast(row)) : Optional.empty();
    }

    private static Key key(Class<?> type, Scope scope, String id) {
        return new Key(type, scope.account(), scope.region(), id);
    }

    /** The rows of the transaction. Without a transaction, an empty object that is not kept. */
    private Known known() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new Known();
        }
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new Known();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        return known;
    }

    private final class Known implements TransactionSynchronization {

        private final Map<Key, ResourceEntity> found = new HashMap<>();
        private final Map<Key, ResourceEntity> locked = new HashMap<>();
        private final Map<Key, List<TagEntity>> tags = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionRows.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionRows.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(TransactionRows.this);
        }
    }
}
