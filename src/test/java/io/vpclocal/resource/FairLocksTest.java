package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class FairLocksTest {

    private static final String ROW = "row";
    private static final int COMMITTED = 0;

    private final FairLocks locks = new FairLocks();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final AtomicInteger inTransaction = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void callsThatShareARowDoNotWaitForEachOther() throws Exception {
        Future<Integer> second = inTransaction(() -> {
            locks.share(ROW);
            return get(inTransactionOfAnotherThread(() -> locks.share(ROW)));
        });

        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void aCallThatLocksARowWaitsForThoseThatShareIt() throws Exception {
        AtomicReference<@Nullable Future<Integer>> locking = new AtomicReference<>();
        inTransaction(() -> {
                    locks.share(ROW);
                    AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();
                    locking.set(inTransactionOfAnotherThread(() -> {
                        waiting.set(Thread.currentThread());
                        locks.lock(ROW);
                    }));
                    while (!waits(waiting.get())) {
                        Thread.onSpinWait();
                    }
                    return 0;
                })
                .get(10, TimeUnit.SECONDS);

        assertThat(Objects.requireNonNull(locking.get()).get(10, TimeUnit.SECONDS))
                .as("transactions when the row was locked")
                .isEqualTo(1);
    }

    private static boolean waits(@Nullable Thread thread) {
        return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
    }

    private Future<Integer> inTransactionOfAnotherThread(Runnable work) {
        return inTransaction(() -> {
            work.run();
            return inTransaction.get();
        });
    }

    private <T> Future<T> inTransaction(Supplier<T> work) {
        return threads.submit(() -> {
            TransactionSynchronizationManager.initSynchronization();
            inTransaction.incrementAndGet();
            try {
                return work.get();
            } finally {
                inTransaction.decrementAndGet();
                TransactionSynchronizationUtils.triggerAfterCompletion(COMMITTED);
                TransactionSynchronizationManager.clearSynchronization();
            }
        });
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
