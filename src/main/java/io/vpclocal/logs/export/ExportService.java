package io.vpclocal.logs.export;

import io.vpclocal.logs.BackgroundWork;
import io.vpclocal.logs.ExportBuckets;
import io.vpclocal.logs.ExportPermissions;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The rules of export tasks. An account has one active task in a Region. */
@Service
class ExportService {

    private static final byte[] TEST = "Permission Check Successful".getBytes(StandardCharsets.US_ASCII);

    private final ExportTasks tasks;
    private final LogGroupService groups;
    private final ExportBuckets buckets;
    private final ExportPermissions permissions;
    private final BackgroundWork background;
    private final ExportRunner runner;
    private final Ids ids;
    private final Clock clock;

    ExportService(
            ExportTasks tasks,
            LogGroupService groups,
            ExportBuckets buckets,
            ExportPermissions permissions,
            BackgroundWork background,
            ExportRunner runner,
            Ids ids,
            Clock clock) {
        this.tasks = tasks;
        this.groups = groups;
        this.buckets = buckets;
        this.permissions = permissions;
        this.background = background;
        this.runner = runner;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first (our guess). */
    List<ExportTaskEntity> findAll(Scope scope) {
        List<ExportTaskEntity> found = tasks.findAll(scope.account(), scope.region());
        found.stream().filter(ExportTaskEntity::active).forEach(this::resume);
        return found;
    }

    /** Stores a task, which runs after the call is answered. */
    ExportTaskEntity create(Call call, NewExport export) {
        Scope scope = call.scope();
        LogGroupEntity group = groups.require(scope, new LogGroupName(export.groupName()));
        Optional<ExportTaskEntity> active = tasks.findActive(scope.account() + "/" + scope.region());
        if (active.isPresent()) {
            resume(active.get());
            throw LogsErrors.limitExceeded();
        }
        require(buckets.check(export.bucket()), "GetBucketAcl");
        permissions
                .refusal(call, export.bucket(), export.testKey(), group.arn())
                .map(ExportService::refused)
                .ifPresent(refusal -> {
                    throw refusal;
                });
        require(buckets.put(export.bucket(), export.testKey(), TEST, "application/octet-stream"), "PutObject");
        // Flushed, so that a concurrent task of the account is a conflict.
        ExportTaskEntity task = tasks.saveAndFlush(new ExportTaskEntity(scope, ids.uuid(), export, clock.millis()));
        String id = task.taskId();
        runner.claim(id);
        background.afterCommit(() -> runner.run(id), () -> runner.giveUp(id));
        return task;
    }

    /** Continues a task that no thread of this process runs: its process was killed. It writes the same objects again. */
    private void resume(ExportTaskEntity task) {
        String id = task.taskId();
        if (runner.claim(id)) {
            background.now(() -> runner.run(id), () -> runner.giveUp(id));
        }
    }

    private static AwsException refused(ExportPermissions.Refusal refusal) {
        return switch (refusal) {
            case BUCKET_ACL -> ExportErrors.bucketDenied("GetBucketAcl");
            case OBJECT -> ExportErrors.bucketDenied("PutObject");
            case CALLER -> ExportErrors.callerDenied();
        };
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
            case MISSING -> throw ExportErrors.noSuchBucket();
            case DENIED -> throw ExportErrors.bucketDenied(call);
            case UNREACHABLE -> throw ExportErrors.bucketUnreachable();
        }
    }
}
