package io.vpclocal.logs.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.cloudwatchlogs.model.ExportTaskStatusCode;

/** A task that is still active, as another process or a killed one leaves it. */
@EmulatorTest
class ExportServiceTest extends LogsTestBase {

    @Autowired
    private ExportTasks tasks;

    @Autowired
    private ExportRunner runner;

    @Autowired
    private PlatformTransactionManager transactions;

    /** "Each account can only have one active (RUNNING or PENDING) export task at a time." */
    @Test
    void anAccountHasOneActiveTask() {
        account.group("g", "s");
        String id = storedTask("task-" + account.scope.account());
        runner.claim(id);
        Expect.awsError(
                "LimitExceededException",
                "Resource limit exceeded.",
                () -> account.logs.createExportTask(
                        r -> r.logGroupName("g").from(0L).to(Long.MAX_VALUE).destination("exports")));
        account.logs.cancelExportTask(r -> r.taskId(id));
        assertThat(status(id)).isEqualTo(ExportTaskStatusCode.CANCELLED);
        runner.run(id);
        assertThat(status(id)).isEqualTo(ExportTaskStatusCode.CANCELLED);
        account.logs.createExportTask(
                r -> r.logGroupName("g").from(0L).to(Long.MAX_VALUE).destination("exports"));
    }

    /** The process that ran it was killed. That such a task is continued is our decision. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(60)
    void aTaskThatNothingRunsIsContinued(boolean described) {
        account.group("g", "s");
        String id = storedTask("left-" + account.scope.account());
        if (described) {
            assertThat(account.logs.describeExportTasks(r -> {}).exportTasks()).hasSize(1);
        } else {
            Expect.awsError(
                    "LimitExceededException",
                    () -> account.logs.createExportTask(
                            r -> r.logGroupName("g").from(0L).to(Long.MAX_VALUE).destination("exports")));
        }
        while (tasks.status(id).orElseThrow().equals(ExportTaskEntity.PENDING)
                || tasks.status(id).orElseThrow().equals(ExportTaskEntity.RUNNING)) {
            Thread.onSpinWait();
        }
        assertThat(status(id)).isEqualTo(ExportTaskStatusCode.COMPLETED);
    }

    @Test
    void aTaskWhoseGroupWasDeletedFails() {
        String id = storedTask("task-" + account.scope.account());
        runner.run(id);
        assertThat(status(id)).isEqualTo(ExportTaskStatusCode.FAILED);
    }

    private ExportTaskStatusCode status(String id) {
        return account.logs
                .describeExportTasks(r -> r.taskId(id))
                .exportTasks()
                .get(0)
                .status()
                .code();
    }

    private String storedTask(String id) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> tasks.saveAndFlush(new ExportTaskEntity(
                        account.scope, id, new NewExport(null, "g", null, 0, Long.MAX_VALUE, "exports", "logs"), 0)));
        return id;
    }
}
