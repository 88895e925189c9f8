package io.vpclocal.logs.export;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An export task. Times are milliseconds since 1970. */
@Entity
@Table(name = "log_export_task")
class ExportTaskEntity extends LogsEntity {

    static final String PENDING = "PENDING";
    static final String RUNNING = "RUNNING";
    static final String COMPLETED = "COMPLETED";
    static final String CANCELLED = "CANCELLED";
    static final String FAILED = "FAILED";

    @Column(nullable = false, updatable = false, length = 64)
    private String taskId;

    @Column(updatable = false, length = 512)
    private @Nullable String taskName;

    @Column(nullable = false, updatable = false, length = 512)
    private String groupName;

    @Column(updatable = false, length = 512)
    private @Nullable String streamPrefix;

    @Column(nullable = false, updatable = false)
    private long fromTime;

    @Column(nullable = false, updatable = false)
    private long toTime;

    @Column(nullable = false, updatable = false, length = 512)
    private String bucket;

    @Column(nullable = false, updatable = false, length = 1024)
    private String keyPrefix;

    @Column(nullable = false, length = 16)
    private String status = PENDING;

    @Column(length = 512)
    private @Nullable String message;

    @Column(nullable = false, updatable = false)
    private long createdAt;

    @Column
    private @Nullable Long completedAt;

    @Column(length = 64)
    private @Nullable String activeIn;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ExportTaskEntity() {}

    ExportTaskEntity(Scope scope, String taskId, NewExport export, long createdAt) {
        super(scope);
        this.taskId = taskId;
        this.taskName = export.taskName();
        this.groupName = export.groupName();
        this.streamPrefix = export.streamPrefix();
        this.fromTime = export.from();
        this.toTime = export.to();
        this.bucket = export.bucket();
        this.keyPrefix = export.prefix();
        this.createdAt = createdAt;
        this.activeIn = scope.account() + "/" + scope.region();
    }

    String taskId() {
        return taskId;
    }

    NewExport export() {
        return new NewExport(taskName, groupName, streamPrefix, fromTime, toTime, bucket, keyPrefix);
    }

    String status() {
        return status;
    }

    @Nullable
    String message() {
        return message;
    }

    long createdAt() {
        return createdAt;
    }

    /** Null while the task is active. */
    @Nullable
    Long completedAt() {
        return completedAt;
    }

    boolean active() {
        return activeIn != null;
    }

    void run() {
        status = RUNNING;
    }

    void end(String newStatus, @Nullable String why, long now) {
        status = newStatus;
        message = why;
        completedAt = now;
        activeIn = null;
    }
}
