package io.vpclocal.logs.export;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.model.CancelExportTaskRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CancelExportTaskResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateExportTaskRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateExportTaskResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeExportTasksResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ExportTask;

@AwsController(AwsService.LOGS)
class ExportController {

    private static final int PER_PAGE = 50;

    private final ExportService tasks;
    private final NextTokens tokens;

    ExportController(ExportService tasks, NextTokens tokens) {
        this.tasks = tasks;
        this.tokens = tokens;
    }

    @AwsAction(
            missing =
                    "the caller's permission to write to the bucket. A task of a killed process stays RUNNING until it is cancelled")
    CreateExportTaskResponse createExportTask(CreateExportTaskRequest request, Call call) {
        return CreateExportTaskResponse.builder()
                .taskId(tasks.create(call.scope(), NewExport.of(request)).taskId())
                .build();
    }

    @AwsAction
    DescribeExportTasksResponse describeExportTasks(DescribeExportTasksRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", PER_PAGE);
        List<String> question = Arrays.asList(request.taskId(), request.statusCodeAsString());
        String behind = tokens.read(call, question, request.nextToken());
        Stream<ExportTaskEntity> found = tasks.findAll(call.scope()).stream()
                .filter(task -> request.taskId() == null || request.taskId().equals(task.taskId()))
                .filter(task -> request.statusCode() == null
                        || request.statusCodeAsString().equals(task.status()))
                .filter(task -> behind == null || task.seq() < Long.parseLong(behind));
        List<ExportTaskEntity> page = found.limit(limit + 1L).toList();
        List<ExportTaskEntity> shown = page.subList(0, Math.min(limit, page.size()));
        String next = page.size() > limit ? String.valueOf(shown.get(limit - 1).seq()) : null;
        return DescribeExportTasksResponse.builder()
                .exportTasks(shown.stream().map(ExportController::toWire).toList())
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    @AwsAction
    CancelExportTaskResponse cancelExportTask(CancelExportTaskRequest request, Call call) {
        tasks.cancel(call.scope(), Constraints.require(request.taskId(), "taskId"));
        return CancelExportTaskResponse.builder().build();
    }

    private static ExportTask toWire(ExportTaskEntity task) {
        NewExport export = task.export();
        return ExportTask.builder()
                .taskId(task.taskId())
                .taskName(export.taskName())
                .logGroupName(export.groupName())
                .from(export.from())
                .to(export.to())
                .destination(export.bucket())
                .destinationPrefix(export.prefix())
                .status(s -> s.code(task.status()).message(task.message()))
                .executionInfo(e -> e.creationTime(task.createdAt()).completionTime(task.completedAt()))
                .build();
    }
}
