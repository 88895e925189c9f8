package io.vpclocal.database;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Runs the migrations before Hibernate starts. They do not run in parallel, because in H2 a change of tables and a reader of
 * the catalogue can deadlock.
 */
final class DatabaseExecutor extends SimpleAsyncTaskExecutor {

    private final transient Migrations migrations;

    DatabaseExecutor(Migrations migrations) {
        super("database-");
        this.migrations = migrations;
    }

    @Override
    public <T> Future<T> submit(Callable<T> entities) {
        return super.submit(() -> {
            migrations.run();
            return entities.call();
        });
    }
}
