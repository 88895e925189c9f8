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

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Runs beside others of its kind. */
    public <T> T shared(Supplier<T> work) {
        return locked(lock.readLock(), work);
    }

    /** Waits for everything that runs, then runs alone. Never called from within {@link #shared}. */
    public <T> T exclusive(Supplier<T> work) {
        return locked(lock.writeLock(), work);
    }

    private static <T> T locked(Lock one, Supplier<T> work) {
        one.lock();
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }
}
