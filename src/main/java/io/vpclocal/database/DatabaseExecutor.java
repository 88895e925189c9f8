package io.vpclocal.database;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Runs the migrations and then what makes the entities. Side by side they would be quicker, but both use the database, and
 * H2 lets changes of tables and readers of its catalogue wait for each other until one of them gives up.
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
