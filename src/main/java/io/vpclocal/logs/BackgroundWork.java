package io.vpclocal.logs;

import io.vpclocal.protocol.StateLock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The thread pool of queries and export tasks. One runs per processor, the others wait. */
@Component
public class BackgroundWork implements DisposableBean {

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

    private final StateLock lock;
    private final TransactionTemplate writing;

    BackgroundWork(StateLock lock, PlatformTransactionManager transactions) {
        this.lock = lock;
        this.writing = new TransactionTemplate(transactions);
        int processors = Runtime.getRuntime().availableProcessors();
        threads.setCorePoolSize(processors);
        threads.setMaxPoolSize(processors);
        threads.setThreadNamePrefix("logs-work-");
        threads.setDaemon(true);
        threads.initialize();
    }

    /**
     * Runs work after the caller's transaction has committed.
     *
     * @param giveUp called instead if the process is shutting down
     */
    public void afterCommit(Runnable work, Runnable giveUp) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    threads.execute(work);
                } catch (TaskRejectedException e) {
                    giveUp.run();
                }
            }
        });
    }

    /** Runs a step of the work in a transaction, and not during a reset, which would leave a part of what it stores. */
    public <T> T write(Supplier<T> step) {
        return lock.shared(() -> Objects.requireNonNull(writing.execute(status -> step.get())));
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
