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
import io.vpclocal.protocol.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateDeliveryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateDeliveryResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliveryDestination;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.S3DeliveryConfiguration;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateDeliveryConfigurationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UpdateDeliveryConfigurationResponse;

/** Deliveries, each from a source to a destination (CloudWatch Logs API Reference, CreateDelivery). */
@AwsController(AwsService.LOGS)
class DeliveryController {

    private static final String S3 = "S3";
    private static final int ID = 16;

    private final LogResources resources;
    private final Ids ids;

    DeliveryController(LogResources resources, Ids ids) {
        this.resources = resources;
        this.ids = ids;
    }

    @AwsAction(
            missing = "delivery of logs, the defaults of services other than CloudFront, and destinations of other"
                    + " accounts")
    CreateDeliveryResponse createDelivery(CreateDeliveryRequest request, Call call) {
        String source = Constraints.require(request.deliverySourceName(), "deliverySourceName");
        String destinationArn = Constraints.require(request.deliveryDestinationArn(), "deliveryDestinationArn");
        Optional<DeliveryDefaults> defaults = DeliveryDefaults.of(resources
                .find(call.scope(), LogResourceKind.DELIVERY_SOURCE, source)
                .map(found -> LogResources.definition(found, DeliverySource.class))
                .orElseThrow(DeliveryErrors::noSource));
        String type = resources
                .find(call.scope(), destinationArn)
                .map(found -> LogResources.definition(found, DeliveryDestination.class))
                .orElseThrow(DeliveryErrors::noDestination)
                .deliveryDestinationTypeAsString();
        requireNew(call, source, type);
        Delivery.Builder wanted = Delivery.builder()
                .id(ids.hex(ID))
                .deliverySourceName(source)
                .deliveryDestinationArn(destinationArn)
                .deliveryDestinationType(type)
                .fieldDelimiter(request.fieldDelimiter())
                .s3DeliveryConfiguration(ofS3(type, request.s3DeliveryConfiguration()));
        if (request.s3DeliveryConfiguration() == null && type.equals(S3)) {
            defaults.map(DeliveryDefaults::s3).ifPresent(wanted::s3DeliveryConfiguration);
        }
        if (request.hasRecordFields()) {
            wanted.recordFields(request.recordFields());
        } else {
            defaults.map(DeliveryDefaults::recordFields).ifPresent(wanted::recordFields);
        }
        Delivery made = wanted.build();
        LogResourceEntity stored =
                resources.create(call.scope(), LogResourceKind.DELIVERY, made.id(), made, request.tags());
        return CreateDeliveryResponse.builder().delivery(toWire(stored)).build();
    }

    @AwsAction
    GetDeliveryResponse getDelivery(GetDeliveryRequest request, Call call) {
        return GetDeliveryResponse.builder()
                .delivery(toWire(require(call, request.id())))
                .build();
    }

    @AwsAction
    DescribeDeliveriesResponse describeDeliveries(DescribeDeliveriesRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        LogResources.Page page =
                resources.page(call, LogResourceKind.DELIVERY, List.of(), found -> true, limit, request.nextToken());
        return DescribeDeliveriesResponse.builder()
                .deliveries(page.resources().stream()
                        .map(DeliveryController::toWire)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    UpdateDeliveryConfigurationResponse updateDeliveryConfiguration(
            UpdateDeliveryConfigurationRequest request, Call call) {
        LogResourceEntity stored = require(call, request.id());
        Delivery present = LogResources.definition(stored, Delivery.class);
        Delivery.Builder changed = present.toBuilder();
        if (request.hasRecordFields()) {
            changed.recordFields(request.recordFields());
        }
        if (request.fieldDelimiter() != null) {
            changed.fieldDelimiter(request.fieldDelimiter());
        }
        if (request.s3DeliveryConfiguration() != null) {
            changed.s3DeliveryConfiguration(
                    ofS3(present.deliveryDestinationTypeAsString(), request.s3DeliveryConfiguration()));
        }
        LogResources.define(stored, changed.build());
        return UpdateDeliveryConfigurationResponse.builder().build();
    }

    @AwsAction
    DeleteDeliveryResponse deleteDelivery(DeleteDeliveryRequest request, Call call) {
        resources.delete(require(call, request.id()));
        return DeleteDeliveryResponse.builder().build();
    }

    /** A source has one delivery per type of destination. */
    private void requireNew(Call call, String source, String type) {
        boolean taken = resources.findAll(call.scope(), LogResourceKind.DELIVERY).stream()
                .map(found -> LogResources.definition(found, Delivery.class))
                .anyMatch(found -> found.deliverySourceName().equals(source)
                        && found.deliveryDestinationTypeAsString().equals(type));
        if (taken) {
            throw DeliveryErrors.conflict(
                    "Delivery source '" + source + "' has a delivery to a destination of the type " + type + ".");
        }
    }

    private static @Nullable S3DeliveryConfiguration ofS3(String type, @Nullable S3DeliveryConfiguration wanted) {
        if (wanted != null && !type.equals(S3)) {
            throw DeliveryErrors.validation("s3DeliveryConfiguration can be used with S3 only.");
        }
        return wanted;
    }

    private LogResourceEntity require(Call call, String id) {
        return resources
                .find(call.scope(), LogResourceKind.DELIVERY, Constraints.require(id, "id"))
                .orElseThrow(DeliveryErrors::noDelivery);
    }

    private static Delivery toWire(LogResourceEntity stored) {
        return LogResources.definition(stored, Delivery.class).toBuilder()
                .arn(stored.arn())
                .tags(stored.describedTags())
                .build();
    }
}
