package io.vpclocal.logs.anomaly;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupIdentifier;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.resource.LogResourceEntity;
import io.vpclocal.logs.resource.LogResourceKind;
import io.vpclocal.logs.resource.LogResources;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cloudwatchlogs.model.AnomalyDetector;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogAnomalyDetectorResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogAnomalyDetectorResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogAnomalyDetectorResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogAnomalyDetectorsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogAnomalyDetectorsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateLogAnomalyDetectorRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateLogAnomalyDetectorResponse;

/**
 * Anomaly detectors (CloudWatch Logs API Reference, CreateLogAnomalyDetector). Since nothing is detected, a detector stays
 * in training, or is paused.
 */
@AwsController(AwsService.LOGS)
class AnomalyDetectorController {

    private static final String TRAINING = "TRAINING";
    private static final String PAUSED = "PAUSED";
    private static final long VISIBILITY_DAYS = 21;
    private static final String HEX_ID = "%s-%s-%s-%s-%s";

    private final LogResources resources;
    private final LogGroupService groups;
    private final Ids ids;
    private final Clock clock;

    AnomalyDetectorController(LogResources resources, LogGroupService groups, Ids ids, Clock clock) {
        this.resources = resources;
        this.groups = groups;
        this.ids = ids;
        this.clock = clock;
    }

    @AwsAction(missing = "detection of anomalies: detectors are only stored")
    CreateLogAnomalyDetectorResponse createLogAnomalyDetector(CreateLogAnomalyDetectorRequest request, Call call) {
        Constraints.notMissing(request.hasLogGroupArnList(), "logGroupArnList");
        List<String> arns = request.logGroupArnList();
        if (arns.size() != 1) {
            throw LogsErrors.invalidParameter("Only 1 log group arn is supported in the list.");
        }
        LogGroupService.requireStandard(
                groups.require(call.scope(), LogGroupIdentifier.name(call.scope(), "logGroupArnList", arns.get(0))));
        String id = uuid();
        AnomalyDetector made = AnomalyDetector.builder()
                .detectorName(request.detectorName())
                .logGroupArnList(arns)
                .evaluationFrequency(request.evaluationFrequencyAsString())
                .filterPattern(request.filterPattern())
                .kmsKeyId(request.kmsKeyId())
                .anomalyDetectorStatus(TRAINING)
                .anomalyVisibilityTime(Objects.requireNonNullElse(request.anomalyVisibilityTime(), VISIBILITY_DAYS))
                .creationTimeStamp(clock.millis())
                .lastModifiedTimeStamp(clock.millis())
                .build();
        LogResourceEntity stored =
                resources.create(call.scope(), LogResourceKind.ANOMALY_DETECTOR, id, made, request.tags());
        return CreateLogAnomalyDetectorResponse.builder()
                .anomalyDetectorArn(stored.arn())
                .build();
    }

    @AwsAction
    GetLogAnomalyDetectorResponse getLogAnomalyDetector(GetLogAnomalyDetectorRequest request, Call call) {
        AnomalyDetector found =
                LogResources.definition(require(call, request.anomalyDetectorArn()), AnomalyDetector.class);
        return GetLogAnomalyDetectorResponse.builder()
                .detectorName(found.detectorName())
                .logGroupArnList(found.logGroupArnList())
                .evaluationFrequency(found.evaluationFrequencyAsString())
                .filterPattern(found.filterPattern())
                .anomalyDetectorStatus(found.anomalyDetectorStatusAsString())
                .kmsKeyId(found.kmsKeyId())
                .creationTimeStamp(found.creationTimeStamp())
                .lastModifiedTimeStamp(found.lastModifiedTimeStamp())
                .anomalyVisibilityTime(found.anomalyVisibilityTime())
                .build();
    }

    @AwsAction
    ListLogAnomalyDetectorsResponse listLogAnomalyDetectors(ListLogAnomalyDetectorsRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        String group = request.filterLogGroupArn();
        LogResources.Page page = resources.page(
                call,
                LogResourceKind.ANOMALY_DETECTOR,
                List.of(String.valueOf(group)),
                found -> group == null
                        || LogResources.definition(found, AnomalyDetector.class)
                                .logGroupArnList()
                                .contains(group),
                limit,
                request.nextToken());
        return ListLogAnomalyDetectorsResponse.builder()
                .anomalyDetectors(page.resources().stream()
                        .map(AnomalyDetectorController::toWire)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    UpdateLogAnomalyDetectorResponse updateLogAnomalyDetector(UpdateLogAnomalyDetectorRequest request, Call call) {
        boolean enabled = Constraints.require(request.enabled(), "enabled");
        LogResourceEntity stored = require(call, request.anomalyDetectorArn());
        AnomalyDetector.Builder changed = LogResources.definition(stored, AnomalyDetector.class).toBuilder()
                .anomalyDetectorStatus(enabled ? TRAINING : PAUSED)
                .lastModifiedTimeStamp(clock.millis());
        if (request.evaluationFrequencyAsString() != null) {
            changed.evaluationFrequency(request.evaluationFrequencyAsString());
        }
        if (request.filterPattern() != null) {
            changed.filterPattern(request.filterPattern());
        }
        if (request.anomalyVisibilityTime() != null) {
            changed.anomalyVisibilityTime(request.anomalyVisibilityTime());
        }
        LogResources.define(stored, changed.build());
        return UpdateLogAnomalyDetectorResponse.builder().build();
    }

    @AwsAction
    DeleteLogAnomalyDetectorResponse deleteLogAnomalyDetector(DeleteLogAnomalyDetectorRequest request, Call call) {
        resources.delete(require(call, request.anomalyDetectorArn()));
        return DeleteLogAnomalyDetectorResponse.builder().build();
    }

    private LogResourceEntity require(Call call, String arn) {
        String prefix = LogResourceKind.ANOMALY_DETECTOR.arn(call.scope(), "");
        return resources
                .find(call.scope(), Constraints.require(arn, "anomalyDetectorArn"))
                .filter(found -> found.arn().startsWith(prefix))
                .orElseThrow(() -> LogsErrors.noSuch("anomaly detector"));
    }

    private String uuid() {
        return HEX_ID.formatted(ids.hex(8), ids.hex(4), ids.hex(4), ids.hex(4), ids.hex(12));
    }

    private static AnomalyDetector toWire(LogResourceEntity stored) {
        return LogResources.definition(stored, AnomalyDetector.class).toBuilder()
                .anomalyDetectorArn(stored.arn())
                .build();
    }
}
