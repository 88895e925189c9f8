package io.vpclocal.resource.committed;

import io.vpclocal.protocol.DatabaseFailureListener;
import io.vpclocal.protocol.ResetListener;
import io.vpclocal.protocol.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The committed rows of every account and Region in use, with a limit on their number. Least recently used tables are
 * dropped first. A table that is too large is read from the database.
 */
@Component
public class CommittedState implements ResetListener, DatabaseFailureListener {

    /** The most rows in memory, of a few kilobytes each. */
    private static final int MOST_ROWS = 100_000;

    private record Key(Class<?> type, Scope scope) {}

    private final RowLoader loader;
    private final Revisions revisions;
    private final Map<Key, CommittedRows<?>> tables = new ConcurrentHashMap<>();
    private final Set<Key> tooLarge = ConcurrentHashMap.newKeySet();
    private final AtomicLong ticks = new AtomicLong();

    /** An upper estimate of the row count: dropped tables are not subtracted. */
    private final AtomicLong estimate = new AtomicLong();

    private volatile boolean inUse = true;
    private final ThreadLocal<Boolean> allowed = ThreadLocal.withInitial(() -> false);

    CommittedState(RowLoader loader, Revisions revisions) {
        this.loader = loader;
        this.revisions = revisions;
    }

    /**
     * The rows of a type, if this call may be answered from memory: it only reads, and the table is not too large.
     * Calls that write read from the database, where they see and lock their changes.
     */
    public <T extends StoredRow> Optional<CommittedRows<T>> rows(Class<T> type, Scope scope) {
        if (!mayRead() || type.isAnnotationPresent(ChangedByQuery.class)) {
            return Optional.empty();
        }
        Key key = new Key(type, scope);
        revisions.bringUpToDate(scope, () -> forget(known -> known.scope().equals(scope)));
        return tooLarge.contains(key) ? Optional.empty() : Optional.of(fresh(key, type));
    }

    /** True if other nodes may change the rows. */
    public boolean severalNodes() {
        return revisions.severalNodes();
    }

    /** Lets the work read from memory in a call that writes. The work must not depend on the call's own changes. */
    public <R> R reading(Supplier<R> work) {
        boolean before = allowed.get();
        allowed.set(true);
        try {
            return work.get();
        } finally {
            allowed.set(before);
        }
    }

    /** Switches memory on or off. Tests compare the two. */
    void use(boolean memory) {
        inUse = memory;
    }

    private boolean mayRead() {
        if (!inUse) {
            return false;
        }
        return allowed.get()
                || (TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                        && TransactionSynchronizationManager.getCurrentTransactionIsolationLevel() == null);
    }

    /** Marks a row that a commit has changed. */
    void changed(Class<?> type, Scope scope, long seq) {
        CommittedRows<?> table = tables.get(new Key(type, scope));
        if (table != null) {
            table.changed(seq);
        }
    }

    /** Marks a type after a commit that changed its rows in unknown accounts and Regions. */
    void changed(Class<?> type) {
        forget(key -> key.type().equals(type));
    }

    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        forget(key -> (account == null || account.equals(key.scope().account()))
                && (region == null || region.equals(key.scope().region())));
    }

    /** Forgets all rows, since the failed commit may have changed some of them. */
    @Override
    public void databaseFailed(RuntimeException failure) {
        forget(key -> true);
    }

    private void forget(Predicate<Key> which) {
        tables.keySet().removeIf(which);
        tooLarge.removeIf(which);
    }

    // The table of a key holds rows of the key's type.
    @SuppressWarnings("unchecked")
    private <T extends StoredRow> CommittedRows<T> fresh(Key key, Class<T> type) {
        CommittedRows<?> table =
                tables.computeIfAbsent(key, absent -> new CommittedRows<>(loader.of(type, key.scope(), MOST_ROWS + 1)));
        table.usedAt(ticks.incrementAndGet());
        int growth = table.refresh();
        if (growth > 0 && estimate.addAndGet(growth) > MOST_ROWS) {
            makeRoom(key);
        }
        return (CommittedRows<T>) table;
    }

    /** Drops tables until the number of rows is within the limit. The table that has just grown is dropped last. */
    private synchronized void makeRoom(Key grown) {
        long rows = tables.values().stream().mapToLong(CommittedRows::size).sum();
        List<Key> oldestFirst = tables.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().lastUsed()))
                .map(Map.Entry::getKey)
                .toList();
        for (Key oldest : oldestFirst) {
            if (rows <= MOST_ROWS) {
                break;
            }
            if (oldest.equals(grown)) {
                tooLarge.add(grown);
            }
            CommittedRows<?> gone = tables.remove(oldest);
            rows -= gone == null ? 0 : gone.size();
        }
        estimate.set(rows);
    }
}
