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
 * Lets calls of this process that lock the same row wait for each other in the order in which they came, before they ask
 * the database for it: there, whoever happens to try again first gets it, and a call can wait until it gives up.
 */
@Component
class FairLocks {

    /** As long as H2 waits for a row. Two calls that wait for each other are found out by it; both are run again. */
    private static final long SECONDS = 10;

    private static final class Waiting {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int calls;
    }

    private final Map<Object, Waiting> locks = new ConcurrentHashMap<>();

    /** Waits for the key and keeps it until the transaction ends; without a transaction there is nothing to wait for. */
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
            throw new CannotAcquireLockException("Another call holds " + key);
        }
        return waiting;
    }

    private void left(Object key) {
        locks.computeIfPresent(key, (same, known) -> --known.calls == 0 ? null : known);
    }

    /** What one transaction has locked. */
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
