package io.vpclocal.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
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

        private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
        private int calls;
    }

    private final Map<Object, Waiting> locks = new ConcurrentHashMap<>();

    /** Waits for the key and keeps it until the transaction ends. Does nothing without a transaction. */
    void lock(Object key) {
        held().ifPresent(held -> held.add(key, ReadWriteLock::writeLock));
    }

    /** Like {@link #lock}, but calls that share a key do not wait for each other. */
    void share(Object key) {
        held().ifPresent(held -> held.add(key, ReadWriteLock::readLock));
    }

    private Optional<Held> held() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        Held held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return Optional.of(held);
    }

    private Lock acquire(Object key, Function<ReadWriteLock, Lock> side) {
        Waiting waiting = locks.compute(key, (same, known) -> {
            Waiting present = known == null ? new Waiting() : known;
            present.calls++;
            return present;
        });
        Lock lock = side.apply(waiting.lock);
        boolean locked = false;
        try {
            locked = lock.tryLock(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!locked) {
            left(key);
            throw new CannotAcquireLockException("Timed out: another call has locked " + key);
        }
        return lock;
    }

    private void left(Object key) {
        locks.computeIfPresent(key, (same, known) -> --known.calls == 0 ? null : known);
    }

    /** The locks of one transaction. */
    private final class Held implements TransactionSynchronization {

        private final Map<Object, Lock> held = new HashMap<>();

        /** Keeps the first lock of a key: a call that shares a row never locks it afterwards. */
        void add(Object key, Function<ReadWriteLock, Lock> side) {
            if (!held.containsKey(key)) {
                held.put(key, acquire(key, side));
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
                held.remove(key).unlock();
                left(key);
            });
        }
    }
}
