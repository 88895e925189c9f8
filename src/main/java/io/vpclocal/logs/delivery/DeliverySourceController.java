package io.vpclocal.logs.delivery;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.resource.LogResourceEntity;
import io.vpclocal.logs.resource.LogResourceKind;
import io.vpclocal.logs.resource.LogResources;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliverySourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliverySourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliverySourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliverySourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliverySourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliverySourceResponse;

/** Delivery sources: the resources that send logs (CloudWatch Logs API Reference, PutDeliverySource). */
@AwsController(AwsService.LOGS)
class DeliverySourceController {

    private final LogResources resources;

    DeliverySourceController(LogResources resources) {
        this.resources = resources;
    }

    @AwsAction(missing = "delivery of logs, and the check that the resource exists and has the log type")
    PutDeliverySourceResponse putDeliverySource(PutDeliverySourceRequest request, Call call) {
        String name = Constraints.require(request.name(), "name");
        String arn = Constraints.require(request.resourceArn(), "resourceArn");
        String logType = Constraints.require(request.logType(), "logType");
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn") || parts[2].isEmpty()) {
            throw DeliveryErrors.validation("resourceArn must be an ARN.");
        }
        if (parts[2].equals("s3")) {
            throw DeliveryErrors.noLogs();
        }
        Optional<LogResourceEntity> present = find(call, name);
        DeliverySource wanted = DeliverySource.builder()
                .name(name)
                .resourceArns(arn)
                .service(parts[2].toLowerCase(Locale.ROOT))
                .logType(logType)
                .build();
        present.map(found -> LogResources.definition(found, DeliverySource.class))
                .filter(found -> !found.service().equals(wanted.service()))
                .ifPresent(found -> {
                    throw DeliveryErrors.conflict("The service of a delivery source cannot change.");
                });
        LogResourceEntity stored = present.orElseGet(
                () -> resources.create(call.scope(), LogResourceKind.DELIVERY_SOURCE, name, wanted, request.tags()));
        LogResources.define(stored, wanted);
        return PutDeliverySourceResponse.builder()
                .deliverySource(toWire(stored))
                .build();
    }

    @AwsAction
    GetDeliverySourceResponse getDeliverySource(GetDeliverySourceRequest request, Call call) {
        return GetDeliverySourceResponse.builder()
                .deliverySource(toWire(require(call, request.name())))
                .build();
    }

    @AwsAction
    DescribeDeliverySourcesResponse describeDeliverySources(DescribeDeliverySourcesRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        LogResources.Page page = resources.page(
                call, LogResourceKind.DELIVERY_SOURCE, List.of(), found -> true, limit, request.nextToken());
        return DescribeDeliverySourcesResponse.builder()
                .deliverySources(page.resources().stream()
                        .map(DeliverySourceController::toWire)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteDeliverySourceResponse deleteDeliverySource(DeleteDeliverySourceRequest request, Call call) {
        LogResourceEntity source = require(call, request.name());
        boolean used = resources.findAll(call.scope(), LogResourceKind.DELIVERY).stream()
                .anyMatch(delivery -> source.name()
                        .equals(LogResources.definition(delivery, Delivery.class)
                                .deliverySourceName()));
        if (used) {
            throw DeliveryErrors.conflict("Delivery source '" + source.name() + "' has a delivery. Delete it first.");
        }
        resources.delete(source);
        return DeleteDeliverySourceResponse.builder().build();
    }

    private Optional<LogResourceEntity> find(Call call, String name) {
        return resources.find(call.scope(), LogResourceKind.DELIVERY_SOURCE, name);
    }

    private LogResourceEntity require(Call call, String name) {
        return find(call, Constraints.require(name, "name")).orElseThrow(DeliveryErrors::noSource);
    }

    private static DeliverySource toWire(LogResourceEntity stored) {
        return LogResources.definition(stored, DeliverySource.class).toBuilder()
                .arn(stored.arn())
                .tags(stored.describedTags())
                .build();
    }
}
