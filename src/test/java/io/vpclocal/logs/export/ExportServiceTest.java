package io.vpclocal.logs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vpclocal.logs.BackgroundWork;
import io.vpclocal.logs.ExportBuckets;
import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private LogGroupService groups;

    @Autowired
    private BackgroundWork background;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    /** "Each account can only have one active (RUNNING or PENDING) export task at a time." */
    @Test
    void anAccountHasOneActiveTask() {
        account.group("g", "s");
        String id = storedTask("task-" + account.scope.account());
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

    @Test
    void aTaskWhoseGroupWasDeletedFails() {
        String id = storedTask("task-" + account.scope.account());
        runner.run(id);
        assertThat(status(id)).isEqualTo(ExportTaskStatusCode.FAILED);
    }

    /** The first text is of a test that runs against AWS. Users report the second. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MISSING | The given bucket does not exist. Please make sure the bucket is valid.
            DENIED | GetBucketAcl call on the given bucket failed. Please check if CloudWatch Logs has been granted permission to perform this operation.
            """)
    void bucketsThatCannotBeUsed(ExportBuckets.Access access, String message) {
        account.group("g", "s");
        ExportService service = new ExportService(tasks, groups, answering(access), background, runner, ids, clock);
        NewExport export = new NewExport(null, "g", null, 0, 1, "368a7022dea3dd621", null);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> transaction.execute(status -> service.create(account.scope, export)))
                .withMessage(message)
                .extracting(AwsException::code)
                .isEqualTo("InvalidParameterException");
    }

    private static ExportBuckets answering(ExportBuckets.Access access) {
        return new ExportBuckets() {
            @Override
            public Access check(String bucket) {
                return access;
            }

            @Override
            public Access put(String bucket, String key, byte[] content, String contentType) {
                return access;
            }
        };
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
