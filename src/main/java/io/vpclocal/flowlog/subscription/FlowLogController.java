package io.vpclocal.flowlog.subscription;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.resource.Page;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.GetFlowLogsIntegrationTemplateRequest;
import software.amazon.awssdk.services.ec2.model.GetFlowLogsIntegrationTemplateResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

@AwsController
class FlowLogController {

    private static final int TOKEN_BYTES = 32;

    private final FlowLogService flowLogs;
    private final IntegrationTemplates templates;
    private final Ids ids;

    FlowLogController(FlowLogService flowLogs, IntegrationTemplates templates, Ids ids) {
        this.flowLogs = flowLogs;
        this.templates = templates;
        this.ids = ids;
    }

    @AwsAction(
            tags = "vpc-flow-log",
            missing = "transit gateways, regional NAT gateways, Data Firehose and TagFieldSpecifications")
    CreateFlowLogsResponse createFlowLogs(CreateFlowLogsRequest request, Call call) {
        FlowLogService.Created created = flowLogs.create(call, request);
        List<UnsuccessfulItem> unsuccessful = created.problem()
                .map(problem -> created.resourceIds().stream()
                        .map(id -> unsuccessful(id, problem))
                        .toList())
                .orElse(List.of());
        return CreateFlowLogsResponse.builder()
                .clientToken(token(request.clientToken()))
                .flowLogIds(created.flowLogs().stream().map(FlowLogEntity::id).toList())
                .unsuccessful(unsuccessful)
                .build();
    }

    @AwsAction
    DescribeFlowLogsResponse describeFlowLogs(DescribeFlowLogsRequest request, Call call) {
        Page<FlowLogEntity> page = flowLogs.describe(call.scope(), request);
        return DescribeFlowLogsResponse.builder()
                .flowLogs(page.map(FlowLogWire::toWire, FlowLogEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteFlowLogsResponse deleteFlowLogs(DeleteFlowLogsRequest request, Call call) {
        flowLogs.delete(call.scope(), requireAny(request.flowLogIds(), "flowLogId"));
        return DeleteFlowLogsResponse.builder().unsuccessful(List.of()).build();
    }

    @AwsAction(missing = "the Lambda function that loads partitions: the template's table uses partition projection")
    GetFlowLogsIntegrationTemplateResponse getFlowLogsIntegrationTemplate(
            GetFlowLogsIntegrationTemplateRequest request, Call call) {
        String id = require(request.flowLogId(), "flowLogId");
        String target = require(request.configDeliveryS3DestinationArn(), "configDeliveryS3DestinationArn");
        require(request.integrateServices(), "integrateService");
        return GetFlowLogsIntegrationTemplateResponse.builder()
                .result(templates.make(
                        flowLogs.get(call.scope(), id),
                        target,
                        request.integrateServices().athenaIntegrations()))
                .build();
    }

    /** The given token, or a new one in AWS's form. */
    private String token(@Nullable String given) {
        return given == null || given.isEmpty() ? Base64.getEncoder().encodeToString(ids.bytes(TOKEN_BYTES)) : given;
    }

    private static UnsuccessfulItem unsuccessful(String resourceId, String message) {
        return UnsuccessfulItem.builder()
                .resourceId(resourceId)
                .error(e -> e.code("400").message(message))
                .build();
    }
}
