package io.vpclocal.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Queues calls of this process that lock the same row, in order of arrival, before they ask the database. The database
 * itself serves waiting calls in random order, so a call could wait until it times out.
 */
@Component
class FairLocks {

    /** H2's lock timeout. It also ends deadlocks between two calls, and both are retried. */
    private static final long SECONDS = 10;

    private static final class Waiting {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int calls;
    }

    private final Map<Object, Waiting> locks = new ConcurrentHashMap<>();

    /** Waits for the key and keeps it until the transaction ends. Does nothing without a transaction. */
    void lock(Object key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        Held held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        held.add(key);
    }

    private Waiting acquire(Object key) {
        Waiting waiting = locks.compute(key, (same, known) -> {
            Waiting present = known == null ? new Waiting() : known;
            present.calls++;
            return present;
        });
        boolean locked = false;
        try {
            locked = waiting.lock.tryLock(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!locked) {
            left(key);
            throw new CannotAcquireLockException("Timed out: another call has locked " + key);
        }
        return waiting;
    }

    private void left(Object key) {
        locks.computeIfPresent(key, (same, known) -> --known.calls == 0 ? null : known);
    }

    /** The locks of one transaction. */
    private final class Held implements TransactionSynchronization {

        private final Map<Object, Waiting> held = new HashMap<>();

        void add(Object key) {
            if (!held.containsKey(key)) {
                held.put(key, acquire(key));
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(FairLocks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(FairLocks.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(FairLocks.this);
            Set.copyOf(held.keySet()).forEach(key -> {
                held.remove(key).lock.unlock();
                left(key);
            });
        }
    }
}
