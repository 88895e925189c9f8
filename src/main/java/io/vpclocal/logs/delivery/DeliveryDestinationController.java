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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryDestinationPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDeliveryDestinationResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliveryDestination;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveryDestinationsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveryDestinationsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryDestinationPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDeliveryDestinationResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputFormat;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliveryDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliveryDestinationPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliveryDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDeliveryDestinationResponse;

/** Delivery destinations with their policies (CloudWatch Logs API Reference, PutDeliveryDestination). */
@AwsController(AwsService.LOGS)
class DeliveryDestinationController {

    private static final String LOGS = "CWL";
    private static final Map<String, String> TYPES = Map.of("s3", "S3", "logs", LOGS, "firehose", "FH");
    private static final String XRAY = "XRAY";

    private final LogResources resources;

    DeliveryDestinationController(LogResources resources) {
        this.resources = resources;
    }

    @AwsAction(missing = "delivery of logs, and the check that the destination exists")
    PutDeliveryDestinationResponse putDeliveryDestination(PutDeliveryDestinationRequest request, Call call) {
        String name = Constraints.require(request.name(), "name");
        @Nullable
        String arn = request.deliveryDestinationConfiguration() == null
                ? null
                : request.deliveryDestinationConfiguration().destinationResourceArn();
        String type = type(arn, request.deliveryDestinationTypeAsString());
        checkRegion(arn, call.scope().region());
        if (type.equals(LOGS) && OutputFormat.PARQUET == request.outputFormat()) {
            throw DeliveryErrors.validation("Invalid output format value provided.");
        }
        Optional<LogResourceEntity> present = find(call, name);
        DeliveryDestination wanted = DeliveryDestination.builder()
                .name(name)
                .deliveryDestinationType(type)
                .outputFormat(request.outputFormatAsString())
                .deliveryDestinationConfiguration(request.deliveryDestinationConfiguration())
                .build();
        present.map(found -> LogResources.definition(found, DeliveryDestination.class))
                .filter(found -> !String.valueOf(found.outputFormatAsString())
                        .equals(String.valueOf(wanted.outputFormatAsString())))
                .ifPresent(found -> {
                    throw DeliveryErrors.conflict("The output format of a delivery destination cannot change.");
                });
        LogResourceEntity stored = present.orElseGet(() ->
                resources.create(call.scope(), LogResourceKind.DELIVERY_DESTINATION, name, wanted, request.tags()));
        LogResources.define(stored, wanted);
        // Recorded from AWS: this answer has no tags.
        return PutDeliveryDestinationResponse.builder()
                .deliveryDestination(toWire(stored).toBuilder().tags(null).build())
                .build();
    }

    @AwsAction
    GetDeliveryDestinationResponse getDeliveryDestination(GetDeliveryDestinationRequest request, Call call) {
        return GetDeliveryDestinationResponse.builder()
                .deliveryDestination(toWire(require(call, request.name(), "name")))
                .build();
    }

    @AwsAction
    DescribeDeliveryDestinationsResponse describeDeliveryDestinations(
            DescribeDeliveryDestinationsRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        LogResources.Page page = resources.page(
                call, LogResourceKind.DELIVERY_DESTINATION, List.of(), found -> true, limit, request.nextToken());
        return DescribeDeliveryDestinationsResponse.builder()
                .deliveryDestinations(page.resources().stream()
                        .map(DeliveryDestinationController::toWire)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteDeliveryDestinationResponse deleteDeliveryDestination(DeleteDeliveryDestinationRequest request, Call call) {
        LogResourceEntity destination = require(call, request.name(), "name");
        boolean used = resources.findAll(call.scope(), LogResourceKind.DELIVERY).stream()
                .anyMatch(delivery -> destination
                        .arn()
                        .equals(LogResources.definition(delivery, Delivery.class)
                                .deliveryDestinationArn()));
        if (used) {
            throw DeliveryErrors.conflict(
                    "Delivery destination '" + destination.name() + "' has a delivery. Delete it first.");
        }
        resources.delete(destination);
        return DeleteDeliveryDestinationResponse.builder().build();
    }

    @AwsAction(missing = "the effect of the policy")
    PutDeliveryDestinationPolicyResponse putDeliveryDestinationPolicy(
            PutDeliveryDestinationPolicyRequest request, Call call) {
        String policy = Constraints.require(request.deliveryDestinationPolicy(), "deliveryDestinationPolicy");
        require(call, request.deliveryDestinationName(), "deliveryDestinationName")
                .allow(policy);
        return PutDeliveryDestinationPolicyResponse.builder()
                .policy(p -> p.deliveryDestinationPolicy(policy))
                .build();
    }

    @AwsAction
    GetDeliveryDestinationPolicyResponse getDeliveryDestinationPolicy(
            GetDeliveryDestinationPolicyRequest request, Call call) {
        String policy = require(call, request.deliveryDestinationName(), "deliveryDestinationName")
                .policy();
        // Recorded from AWS: without a policy the answer is an empty one.
        return GetDeliveryDestinationPolicyResponse.builder()
                .policy(p -> p.deliveryDestinationPolicy(policy))
                .build();
    }

    @AwsAction
    DeleteDeliveryDestinationPolicyResponse deleteDeliveryDestinationPolicy(
            DeleteDeliveryDestinationPolicyRequest request, Call call) {
        require(call, request.deliveryDestinationName(), "deliveryDestinationName")
                .allow(null);
        return DeleteDeliveryDestinationPolicyResponse.builder().build();
    }

    /** The type follows from the ARN. Only X-Ray has no ARN. */
    private static String type(@Nullable String arn, @Nullable String wanted) {
        if (arn == null) {
            if (!XRAY.equals(wanted)) {
                throw DeliveryErrors.validation("deliveryDestinationConfiguration must be given, except for XRAY.");
            }
            return XRAY;
        }
        String[] parts = arn.split(":", 6);
        String type = parts.length < 6 ? null : TYPES.get(parts[2]);
        if (type == null) {
            throw DeliveryErrors.validation(
                    "destinationResourceArn must be the ARN of an S3 bucket, a log group, or a Firehose stream.");
        }
        if (wanted != null && !wanted.equals(type)) {
            throw DeliveryErrors.validation("deliveryDestinationType does not match destinationResourceArn.");
        }
        return type;
    }

    /** Recorded from AWS. The ARNs of buckets name no Region. */
    private static void checkRegion(@Nullable String arn, String region) {
        String named = arn == null ? "" : arn.split(":", 6)[3];
        if (!named.isEmpty() && !named.equals(region)) {
            throw DeliveryErrors.validation("Region from identity does not match the Destination Resource ARN.");
        }
    }

    private Optional<LogResourceEntity> find(Call call, String name) {
        return resources.find(call.scope(), LogResourceKind.DELIVERY_DESTINATION, name);
    }

    private LogResourceEntity require(Call call, String name, String member) {
        return find(call, Constraints.require(name, member)).orElseThrow(DeliveryErrors::noDestination);
    }

    private static DeliveryDestination toWire(LogResourceEntity stored) {
        return LogResources.definition(stored, DeliveryDestination.class).toBuilder()
                .arn(stored.arn())
                .tags(stored.describedTags())
                .build();
    }
}
