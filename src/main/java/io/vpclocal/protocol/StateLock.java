package io.vpclocal.protocol;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets calls run side by side, and lets what replaces the state run alone. Background work that writes to the database
 * goes through it like a call.
 */
@Component
public class StateLock {

    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    /** Runs beside others of its kind. */
    public <T> T beside(Supplier<T> work) {
        return locked(gate.readLock(), work);
    }

    /** Waits for everything that runs, then runs alone. Never called from within {@link #beside}. */
    public <T> T alone(Supplier<T> work) {
        return locked(gate.writeLock(), work);
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
