package io.vpclocal.flowlog.subscription;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.flowlog.record.InvalidRecordFormatException;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DestinationOptionsRequest;

/**
 * The checked parameters that all flow logs of one request share. UNVERIFIED: the order of some checks.
 *
 * @param interval seconds: 60 or 600
 */
record FlowLogSpec(
        String trafficType,
        Destination destination,
        @Nullable String roleArn,
        RecordFormat format,
        int interval,
        FileLayout layout) {

    private static final int DEFAULT_INTERVAL = 600;

    /** Recorded from AWS: transit gateways need no interval. */
    private static final int TRANSIT_INTERVAL = 60;

    /** @throws io.vpclocal.protocol.AwsException if the parameters are invalid or conflict */
    static FlowLogSpec of(Scope scope, ResourceType resourceType, CreateFlowLogsRequest request) {
        String type = Objects.requireNonNullElse(request.logDestinationTypeAsString(), Destination.CLOUD_WATCH_LOGS);
        requireOneDestination(request, type);
        requireRoles(request, type);
        boolean toS3 = type.equals(Destination.S3);
        if (!toS3 && request.destinationOptions() != null) {
            throw FlowLogErrors.optionsOnlyForS3();
        }
        int interval = Objects.requireNonNullElse(
                request.maxAggregationInterval(), resourceType.transit() ? TRANSIT_INTERVAL : DEFAULT_INTERVAL);
        if (interval != TRANSIT_INTERVAL && interval != DEFAULT_INTERVAL) {
            throw FlowLogErrors.interval();
        }
        if (resourceType.transit()) {
            requireForTransitGateway(request, interval);
        }
        String trafficType = resourceType.transit() ? "ALL" : require(request.trafficTypeAsString(), "trafficType");
        RecordFormat format = format(request.logFormat());
        if (type.equals(Destination.FIREHOSE)) {
            throw CommonErrors.notHere("delivery of flow logs to Amazon Data Firehose");
        }
        return new FlowLogSpec(
                trafficType,
                destination(scope, request, toS3),
                Params.given(request.deliverLogsPermissionArn()),
                format,
                interval,
                layout(request.destinationOptions()));
    }

    private static void requireOneDestination(CreateFlowLogsRequest request, String type) {
        boolean group = given(request.logGroupName());
        if (group && given(request.logDestination())) {
            throw FlowLogErrors.groupAndDestination();
        }
        if (group && !type.equals(Destination.CLOUD_WATCH_LOGS)) {
            throw FlowLogErrors.groupOfOtherType();
        }
        if (!group && !given(request.logDestination())) {
            throw FlowLogErrors.noDestination();
        }
    }

    private static void requireRoles(CreateFlowLogsRequest request, String type) {
        boolean role = given(request.deliverLogsPermissionArn());
        boolean crossAccount = given(request.deliverCrossAccountRole());
        if (type.equals(Destination.FIREHOSE)) {
            if (role != crossAccount) {
                throw FlowLogErrors.oneOfTwoRoles();
            }
            return;
        }
        if (type.equals(Destination.S3) && role) {
            throw FlowLogErrors.roleNotApplicable();
        }
        if (type.equals(Destination.CLOUD_WATCH_LOGS) && !role) {
            throw FlowLogErrors.roleMissing();
        }
        if (crossAccount) {
            throw FlowLogErrors.crossAccountOnlyForFirehose();
        }
    }

    private static void requireForTransitGateway(CreateFlowLogsRequest request, int interval) {
        if (request.trafficTypeAsString() != null) {
            throw FlowLogErrors.transitGatewayTrafficType();
        }
        if (interval != TRANSIT_INTERVAL) {
            throw FlowLogErrors.transitGatewayInterval();
        }
    }

    private static RecordFormat format(@Nullable String text) {
        try {
            RecordFormat format = RecordFormat.parse(text);
            if (format.text().length() > FlowLogLimits.FORMAT_LENGTH) {
                throw FlowLogErrors.longFormat();
            }
            return format;
        } catch (InvalidRecordFormatException e) {
            throw FlowLogErrors.format(e);
        }
    }

    private static Destination destination(Scope scope, CreateFlowLogsRequest request, boolean toS3) {
        if (toS3) {
            return Destination.Bucket.of(request.logDestination());
        }
        return given(request.logGroupName())
                ? Destination.LogGroup.named(scope, request.logGroupName())
                : Destination.LogGroup.of(request.logDestination());
    }

    private static FileLayout layout(@Nullable DestinationOptionsRequest options) {
        return options == null
                ? FileLayout.DEFAULT
                : new FileLayout(
                        Objects.requireNonNullElse(options.fileFormatAsString(), FileLayout.PLAIN_TEXT),
                        isTrue(options.hiveCompatiblePartitions()),
                        isTrue(options.perHourPartition()));
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    /**
     * A fingerprint that is equal for flow logs that AWS treats as duplicates: same resource, configuration and
     * destination.
     */
    String fingerprint(Scope scope, String monitoredId) {
        String target = destination instanceof Destination.LogGroup group
                ? group.scope().arn("logs", group.group())
                : Objects.requireNonNull(destination.arn());
        String text = String.join(
                "\n",
                scope.account(),
                scope.region(),
                monitoredId,
                trafficType,
                target,
                format.text(),
                String.valueOf(interval),
                layout.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime has no SHA-256", e);
        }
    }
}
