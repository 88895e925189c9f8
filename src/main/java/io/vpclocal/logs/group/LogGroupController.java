package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.RetentionDays;
import io.vpclocal.logs.group.LogGroupService.Properties;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;

@AwsController(AwsService.LOGS)
class LogGroupController {

    private final LogGroupService groups;
    private final LogGroupListing listing;
    private final LogGroupWire wire;
    private final NextTokens tokens;

    LogGroupController(LogGroupService groups, LogGroupListing listing, LogGroupWire wire, NextTokens tokens) {
        this.groups = groups;
        this.listing = listing;
        this.wire = wire;
        this.tokens = tokens;
    }

    @AwsAction(missing = "encryption: the key id is only stored")
    CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request, Call call) {
        groups.create(
                call.scope(),
                name(request.logGroupName()),
                new Properties(
                        Objects.requireNonNullElse(request.logGroupClassAsString(), "STANDARD"),
                        request.kmsKeyId() == null ? null : LogKeyController.key(request.kmsKeyId()),
                        Boolean.TRUE.equals(request.deletionProtectionEnabled()),
                        request.tags()));
        return CreateLogGroupResponse.builder().build();
    }

    @AwsAction
    DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request, Call call) {
        groups.delete(call.scope(), name(request.logGroupName()));
        return DeleteLogGroupResponse.builder().build();
    }

    @AwsAction
    DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        LogGroupListing.Wanted wanted = LogGroupSelection.wanted(call.scope(), request);
        List<?> question = List.of(wanted);
        String after = tokens.read(call, question, request.nextToken());
        List<LogGroupEntity> found = listing.find(call.scope(), wanted, after, limit + 1);
        boolean byPattern = request.logGroupNamePattern() != null;
        List<LogGroupEntity> page = found.subList(0, Math.min(limit, found.size()));
        // Recorded: a search by pattern returns a next token even after a partial page.
        boolean more = found.size() > limit || (byPattern && !page.isEmpty());
        return DescribeLogGroupsResponse.builder()
                .logGroups(wire.describe(page, byPattern))
                .nextToken(tokens.write(call, question, more ? lastName(page) : null))
                .build();
    }

    @AwsAction
    ListLogGroupsResponse listLogGroups(ListLogGroupsRequest request, Call call) {
        int limit = request.limit() == null
                ? LogsLimits.DESCRIBED_PER_PAGE
                : Constraints.limit(request.limit(), "limit", LogsLimits.LISTED_PER_PAGE);
        LogGroupListing.Wanted wanted = LogGroupSelection.wanted(request);
        List<?> question = List.of(wanted);
        String after = tokens.read(call, question, request.nextToken());
        List<LogGroupEntity> found = listing.find(call.scope(), wanted, after, limit + 1);
        List<LogGroupEntity> page = found.subList(0, Math.min(limit, found.size()));
        return ListLogGroupsResponse.builder()
                .logGroups(page.stream().map(LogGroupWire::summary).toList())
                .nextToken(tokens.write(call, question, found.size() > limit ? lastName(page) : null))
                .build();
    }

    @AwsAction
    PutRetentionPolicyResponse putRetentionPolicy(PutRetentionPolicyRequest request, Call call) {
        RetentionDays days = new RetentionDays(Constraints.require(request.retentionInDays(), "retentionInDays"));
        groups.retain(call.scope(), name(request.logGroupName()), days);
        return PutRetentionPolicyResponse.builder().build();
    }

    @AwsAction
    DeleteRetentionPolicyResponse deleteRetentionPolicy(DeleteRetentionPolicyRequest request, Call call) {
        groups.retain(call.scope(), name(request.logGroupName()), null);
        return DeleteRetentionPolicyResponse.builder().build();
    }

    @AwsAction
    PutLogGroupDeletionProtectionResponse putLogGroupDeletionProtection(
            PutLogGroupDeletionProtectionRequest request, Call call) {
        String identifier = Constraints.require(request.logGroupIdentifier(), "logGroupIdentifier");
        boolean on = Constraints.require(request.deletionProtectionEnabled(), "deletionProtectionEnabled");
        groups.protect(groups.require(call.scope(), null, identifier), on);
        return PutLogGroupDeletionProtectionResponse.builder().build();
    }

    private static LogGroupName name(@Nullable String name) {
        return new LogGroupName(Constraints.require(name, "logGroupName"));
    }

    private static String lastName(List<LogGroupEntity> page) {
        return page.get(page.size() - 1).name();
    }
}
