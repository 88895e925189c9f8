package io.vpclocal.logs.export;

import io.vpclocal.logs.BackgroundWork;
import io.vpclocal.logs.ExportBuckets;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.grouppolicy.Masking;
import io.vpclocal.logs.store.EventCursor;
import io.vpclocal.logs.store.EventSearch;
import io.vpclocal.logs.store.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one export task. Each step stores the state in a transaction of its own, so that calls can read and cancel it. */
@Component
class ExportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRunner.class);

    private final ExportTasks tasks;
    private final LogGroupService groups;
    private final LogStreamService streams;
    private final EventSearch search;
    private final Masking masking;
    private final ExportBuckets buckets;
    private final Clock clock;
    private final BackgroundWork background;
    private final TransactionTemplate reading;

    ExportRunner(
            ExportTasks tasks,
            LogGroupService groups,
            LogStreamService streams,
            EventSearch search,
            Masking masking,
            ExportBuckets buckets,
            Clock clock,
            BackgroundWork background,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.groups = groups;
        this.streams = streams;
        this.search = search;
        this.masking = masking;
        this.buckets = buckets;
        this.clock = clock;
        this.background = background;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void run(String taskId) {
        try {
            Optional<ExportTaskEntity> task = background.write(() -> begin(taskId));
            task.ifPresent(found -> {
                Optional<String> problem = Objects.requireNonNull(reading.execute(status -> write(found)));
                String state = problem.isEmpty() ? ExportTaskEntity.COMPLETED : ExportTaskEntity.FAILED;
                end(taskId, state, problem.orElse(null));
            });
        } catch (RuntimeException e) {
            LOG.error("Export task {} failed", taskId, e);
            giveUp(taskId);
        }
    }

    /** Marks a task that could not run as failed. */
    void giveUp(String taskId) {
        end(taskId, ExportTaskEntity.FAILED, "The export was interrupted.");
    }

    private Optional<ExportTaskEntity> begin(String taskId) {
        Optional<ExportTaskEntity> task = tasks.lock(taskId).filter(ExportTaskEntity::active);
        task.ifPresent(ExportTaskEntity::run);
        return task;
    }

    /** Writes the streams. Returns what went wrong; empty if nothing did. */
    private Optional<String> write(ExportTaskEntity task) {
        NewExport export = task.export();
        Optional<LogGroupEntity> group = groups.find(task.scope(), new LogGroupName(export.groupName()));
        if (group.isEmpty()) {
            return Optional.of("The log group was deleted.");
        }
        UnaryOperator<String> mask = masking.of(group.get());
        List<Long> wanted = streams.withPrefix(group.get(), Objects.requireNonNullElse(export.streamPrefix(), ""));
        Map<Long, String> names = streams.names(wanted);
        for (Long stream : wanted) {
            if (tasks.status(task.taskId())
                    .filter(ExportTaskEntity.RUNNING::equals)
                    .isEmpty()) {
                return Optional.empty();
            }
            StreamFiles files = new StreamFiles(buckets, task, names.getOrDefault(stream, ""));
            long from = Math.max(export.from(), group.get().retainedFrom(clock.millis()));
            ExportBuckets.Access access =
                    write(files, new Search(group.get().seq(), List.of(stream), from, export.to(), true), mask);
            if (access != ExportBuckets.Access.GRANTED) {
                return Optional.of(ExportErrors.denial("PutObject"));
            }
        }
        return Optional.empty();
    }

    private ExportBuckets.Access write(StreamFiles files, Search events, UnaryOperator<String> mask) {
        try (EventCursor cursor = search.cursor(events)) {
            ExportBuckets.Access access = ExportBuckets.Access.GRANTED;
            while (access == ExportBuckets.Access.GRANTED && cursor.advance()) {
                access = files.add(
                        cursor.event().timestamp(), mask.apply(cursor.event().message()));
            }
            return access == ExportBuckets.Access.GRANTED ? files.finish() : access;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(String taskId, String state, @Nullable String problem) {
        background.write(() -> {
            Optional<ExportTaskEntity> active = tasks.lock(taskId).filter(ExportTaskEntity::active);
            active.ifPresent(task -> task.end(state, problem, clock.millis()));
            return active;
        });
    }
}
