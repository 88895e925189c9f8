package io.vpclocal.logs.query;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The thread pool of queries. One query runs per processor; the others wait as Scheduled. */
@Component
class QueryExecutor implements DisposableBean {

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final QueryRunner runner;

    QueryExecutor(QueryRunner runner) {
        this.runner = runner;
        int processors = Runtime.getRuntime().availableProcessors();
        threads.setCorePoolSize(processors);
        threads.setMaxPoolSize(processors);
        threads.setThreadNamePrefix("logs-query-");
        threads.setDaemon(true);
        threads.initialize();
    }

    /** Runs the query after the caller's transaction, which stores it, has committed. */
    void runAfterCommit(String queryId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                submit(queryId);
            }
        });
    }

    private void submit(String queryId) {
        try {
            threads.execute(() -> runner.run(queryId));
        } catch (TaskRejectedException e) {
            // At shutdown the query must not stay Scheduled.
            runner.giveUp(queryId);
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
