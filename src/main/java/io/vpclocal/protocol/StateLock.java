package io.vpclocal.protocol;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A read-write lock over the state of the emulator. API calls and background writes share it. Reset and restore take it
 * alone.
 */
@Component
public class StateLock {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Runs work that shares the lock. */
    public <T> T shared(Supplier<T> work) {
        return locked(lock.readLock(), work);
    }

    /** Waits for all running work, then runs work alone. Must not be called within {@link #shared}. */
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
