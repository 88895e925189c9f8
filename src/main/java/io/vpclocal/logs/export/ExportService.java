package io.vpclocal.logs.export;

import io.vpclocal.logs.BackgroundWork;
import io.vpclocal.logs.ExportBuckets;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** The rules of export tasks. An account has one active task in a Region. */
@Service
class ExportService {

    private static final byte[] TEST = "Permission Check Successful".getBytes(StandardCharsets.US_ASCII);

    private final ExportTasks tasks;
    private final LogGroupService groups;
    private final ExportBuckets buckets;
    private final BackgroundWork background;
    private final ExportRunner runner;
    private final Ids ids;
    private final Clock clock;

    ExportService(
            ExportTasks tasks,
            LogGroupService groups,
            ExportBuckets buckets,
            BackgroundWork background,
            ExportRunner runner,
            Ids ids,
            Clock clock) {
        this.tasks = tasks;
        this.groups = groups;
        this.buckets = buckets;
        this.background = background;
        this.runner = runner;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first (our guess). */
    List<ExportTaskEntity> findAll(Scope scope) {
        return tasks.findAll(scope.account(), scope.region());
    }

    /** Stores a task, which runs after the call is answered. */
    ExportTaskEntity create(Scope scope, NewExport export) {
        groups.require(scope, new LogGroupName(export.groupName()));
        if (tasks.countActive(scope.account() + "/" + scope.region()) > 0) {
            throw LogsErrors.limitExceeded();
        }
        require(buckets.check(export.bucket()), "GetBucketAcl");
        require(buckets.put(export.bucket(), export.testKey(), TEST, "application/octet-stream"), "PutObject");
        // Flushed, so that a concurrent task of the account is a conflict.
        ExportTaskEntity task = tasks.saveAndFlush(new ExportTaskEntity(scope, ids.uuid(), export, clock.millis()));
        String id = task.taskId();
        background.afterCommit(() -> runner.run(id), () -> runner.giveUp(id));
        return task;
    }

    /** @throws AwsException {@code InvalidOperationException} if the task has ended */
    void cancel(Scope scope, String taskId) {
        ExportTaskEntity task = tasks.lock(taskId)
                .filter(found -> found.scope().equals(scope))
                .orElseThrow(() -> LogsErrors.noSuch("export task"));
        if (!task.active()) {
            throw ExportErrors.finished();
        }
        task.end(ExportTaskEntity.CANCELLED, null, clock.millis());
    }

    private static void require(ExportBuckets.Access access, String call) {
        switch (access) {
            case GRANTED -> {
                // The bucket can be used.
            }
            case MISSING -> throw ExportErrors.bucketMissing();
            case DENIED -> throw ExportErrors.bucketDenied(call);
            case UNREACHABLE -> throw ExportErrors.bucketUnreachable();
        }
    }
}
