package io.vpclocal.database;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Runs what makes the entities, and the migrations beside it; it is done when both are. */
final class DatabaseExecutor extends SimpleAsyncTaskExecutor {

    private final transient Migrations migrations;

    DatabaseExecutor(Migrations migrations) {
        super("database-");
        this.migrations = migrations;
    }

    @Override
    public <T> Future<T> submit(Callable<T> entities) {
        Future<?> schema = submit(migrations::run);
        return super.submit(() -> {
            T made = entities.call();
            schema.get();
            return made;
        });
    }
}
