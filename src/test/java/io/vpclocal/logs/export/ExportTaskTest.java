package io.vpclocal.logs.export;

import static io.vpclocal.logs.LogAccount.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateExportTaskRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ExportTask;
import software.amazon.awssdk.services.cloudwatchlogs.model.ExportTaskStatusCode;

/** Expected: CloudWatch Logs User Guide (export to S3) and API Reference, unless a test says otherwise. */
@OtherEmulatorTest
@Timeout(60)
class ExportTaskTest extends LogsTestBase {

    private static final List<ExportTaskStatusCode> ACTIVE =
            List.of(ExportTaskStatusCode.PENDING, ExportTaskStatusCode.RUNNING);

    @Autowired
    private Clock clock;

    private Path bucket;
    private long now;

    @BeforeEach
    void groupWithEvents() throws IOException {
        bucket = OtherEmulatorTest.BUCKETS.resolve("exports-" + account.scope.account());
        FileSystemUtils.deleteRecursively(bucket);
        now = clock.millis() / 1000 * 1000;
        account.group("g", "a/1", "a/2", "b");
        account.put("g", "a/1", event(now - 2000, "one"), event(now - 1000, "two"));
        account.put("g", "b", event(now, "three"));
    }

    /** Slashes in stream names become dashes, as users of the service report. */
    @Test
    void anObjectForEachStream() {
        ExportTask task = export(r -> r.destinationPrefix("logs"));
        assertThat(task.status().code()).isEqualTo(ExportTaskStatusCode.COMPLETED);
        assertThat(task.logGroupName()).isEqualTo("g");
        assertThat(task.destination()).isEqualTo(bucket.getFileName().toString());
        assertThat(task.destinationPrefix()).isEqualTo("logs");
        assertThat(task.executionInfo().completionTime())
                .isGreaterThanOrEqualTo(task.executionInfo().creationTime());
        String folder = "logs/" + task.taskId();
        assertThat(keys())
                .containsExactlyInAnyOrder(
                        "logs/aws-logs-write-test", folder + "/a-1/000000.gz", folder + "/b/000000.gz");
        assertThat(lines(folder + "/a-1/000000.gz"))
                .allSatisfy(
                        line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z (one|two)"))
                .hasSize(2);
    }

    /** Tests that run against AWS: the default prefix is not that of the test of the permission. */
    @Test
    void defaultPrefix() {
        ExportTask task = export(r -> r.logStreamNamePrefix("b"));
        assertThat(task.destinationPrefix()).isEqualTo("exportedlogs");
        assertThat(keys())
                .containsExactlyInAnyOrder("aws-logs-write-test", "exportedlogs/" + task.taskId() + "/b/000000.gz");
    }

    /** A test that runs against AWS: a time before the creation of the group is accepted, against the documentation. */
    @Test
    void endsBeforeTheGroupWasCreated() {
        ExportTask task = export(r -> r.from(1_611_316_574L).to(1_642_852_574L));
        assertThat(task.status().code()).isEqualTo(ExportTaskStatusCode.COMPLETED);
        assertThat(keys()).containsExactly("aws-logs-write-test");
    }

    /** A key may begin with a slash. In the directory of the bucket it does not lead elsewhere. */
    @Test
    void prefixWithSlash() {
        export(r -> r.destinationPrefix("/a/../b").logStreamNamePrefix("none"));
        assertThat(keys()).containsExactly("a/%2E%2E/b/aws-logs-write-test");
    }

    @Test
    void timesAndStreams() {
        ExportTask task =
                export(r -> r.from(now - 1000).logStreamNamePrefix("a/").taskName("night"));
        assertThat(task.taskName()).isEqualTo("night");
        assertThat(lines("exportedlogs/" + task.taskId() + "/a-1/000000.gz"))
                .singleElement()
                .asString()
                .endsWith(" two");
    }

    @Test
    void describe() {
        ExportTask first = export(r -> {});
        ExportTask second = export(r -> {});
        assertThat(account.logs.describeExportTasks(r -> {}).exportTasks()).containsExactly(second, first);
        assertThat(account.logs.describeExportTasks(r -> r.limit(1)).exportTasks())
                .containsExactly(second);
        String next = account.logs.describeExportTasks(r -> r.limit(1)).nextToken();
        assertThat(account.logs
                        .describeExportTasks(r -> r.limit(1).nextToken(next))
                        .exportTasks())
                .containsExactly(first);
        assertThat(account.logs
                        .describeExportTasks(r -> r.statusCode("CANCELLED"))
                        .exportTasks())
                .isEmpty();
        assertThat(account.logs.describeExportTasks(r -> r.taskId("none")).exportTasks())
                .isEmpty();
    }

    /** The first message is of a test that runs against AWS. */
    @Test
    void whatIsRefused() {
        ExportTask done = export(r -> {});
        Expect.awsError(
                "InvalidOperationException",
                "The specified export task has already finished",
                () -> account.logs.cancelExportTask(r -> r.taskId(done.taskId())));
        Expect.awsError("ResourceNotFoundException", () -> account.logs.cancelExportTask(r -> r.taskId("none")));
        Expect.awsError("ResourceNotFoundException", () -> export(r -> r.logGroupName("none")));
        Expect.awsError(
                "InvalidParameterException", () -> export(r -> r.from(now).to(now - 1)));
        Expect.awsError("InvalidParameterException", () -> export(r -> r.destination(null)));
        Expect.awsError("InvalidParameterException", () -> export(r -> r.destinationPrefix("a\u0000")));
        Expect.awsError(
                "InvalidParameterException",
                "GetBucketAcl call on the given bucket failed. Please check if CloudWatch Logs has been granted"
                        + " permission to perform this operation.",
                () -> export(r -> r.destination("../elsewhere")));
    }

    private ExportTask export(Consumer<CreateExportTaskRequest.Builder> more) {
        String id = account.logs
                .createExportTask(r -> more.accept(r.logGroupName("g")
                        .from(0L)
                        .to(now + 60_000)
                        .destination(bucket.getFileName().toString())))
                .taskId();
        while (true) {
            ExportTask task = account.logs
                    .describeExportTasks(r -> r.taskId(id))
                    .exportTasks()
                    .get(0);
            if (!ACTIVE.contains(task.status().code())) {
                return task;
            }
            Thread.onSpinWait();
        }
    }

    private List<String> keys() {
        try (Stream<Path> found = Files.walk(bucket)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String key) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(bucket.resolve(key)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
