package io.vpclocal.logs.destination;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.resource.LogResourceEntity;
import io.vpclocal.logs.resource.LogResourceKind;
import io.vpclocal.logs.resource.LogResources;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDestinationResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDestinationsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDestinationsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.Destination;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDestinationPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDestinationPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDestinationRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDestinationResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Destinations (CloudWatch Logs API Reference, PutDestination). UNVERIFIED: the messages. */
@AwsController(AwsService.LOGS)
class DestinationController {

    private static final Pattern TARGET = Pattern.compile("arn:aws[a-z-]*:(kinesis|firehose):[a-z0-9-]+:\\d{12}:.+");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POLICY = 5_120;

    private final LogResources resources;
    private final Clock clock;

    DestinationController(LogResources resources, Clock clock) {
        this.resources = resources;
        this.clock = clock;
    }

    @AwsAction(missing = "sending events, and checking that the target and the role exist")
    PutDestinationResponse putDestination(PutDestinationRequest request, Call call) {
        String name = Constraints.require(request.destinationName(), "destinationName");
        String target = Constraints.require(request.targetArn(), "targetArn");
        String role = Constraints.require(request.roleArn(), "roleArn");
        if (!TARGET.matcher(target).matches()) {
            throw LogsErrors.invalidParameter("targetArn must be the ARN of a Kinesis stream or a Firehose stream.");
        }
        // Recorded from AWS.
        String[] parts = role.split(":", 6);
        if (parts.length == 6 && !parts[4].equals(call.scope().account())) {
            throw LogsErrors.invalidParameter("Cross-account role passing is not allowed.");
        }
        Optional<LogResourceEntity> present = find(call, name);
        long created = present.map(found ->
                        LogResources.definition(found, Destination.class).creationTime())
                .orElse(clock.millis());
        Destination wanted = Destination.builder()
                .destinationName(name)
                .targetArn(target)
                .roleArn(role)
                .creationTime(created)
                .build();
        LogResourceEntity stored = present.orElseGet(
                () -> resources.create(call.scope(), LogResourceKind.DESTINATION, name, wanted, request.tags()));
        LogResources.define(stored, wanted);
        return PutDestinationResponse.builder().destination(toWire(stored)).build();
    }

    @AwsAction(missing = "the effect of the policy")
    PutDestinationPolicyResponse putDestinationPolicy(PutDestinationPolicyRequest request, Call call) {
        String name = Constraints.require(request.destinationName(), "destinationName");
        String policy = Constraints.require(request.accessPolicy(), "accessPolicy");
        Constraints.length("accessPolicy", policy, 1, POLICY);
        require(call, name).allow(json(policy));
        return PutDestinationPolicyResponse.builder().build();
    }

    @AwsAction
    DescribeDestinationsResponse describeDestinations(DescribeDestinationsRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        String prefix = Objects.requireNonNullElse(request.destinationNamePrefix(), "");
        LogResources.Page page = resources.page(
                call,
                LogResourceKind.DESTINATION,
                List.of(prefix),
                found -> found.name().startsWith(prefix),
                limit,
                request.nextToken());
        return DescribeDestinationsResponse.builder()
                .destinations(page.resources().stream()
                        .map(DestinationController::toWire)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteDestinationResponse deleteDestination(DeleteDestinationRequest request, Call call) {
        resources.delete(require(call, Constraints.require(request.destinationName(), "destinationName")));
        return DeleteDestinationResponse.builder().build();
    }

    private Optional<LogResourceEntity> find(Call call, String name) {
        return resources.find(call.scope(), LogResourceKind.DESTINATION, name);
    }

    private LogResourceEntity require(Call call, String name) {
        return find(call, name).orElseThrow(() -> LogsErrors.noSuch("destination"));
    }

    private static String json(String policy) {
        try {
            if (JSON.readTree(policy).has("Statement")) {
                return policy;
            }
        } catch (JacksonException e) {
            throw LogsErrors.invalidAccessPolicy();
        }
        throw LogsErrors.invalidAccessPolicy();
    }

    private static Destination toWire(LogResourceEntity stored) {
        @Nullable String policy = stored.policy();
        return LogResources.definition(stored, Destination.class).toBuilder()
                .arn(stored.arn())
                .accessPolicy(policy)
                .build();
    }
}
