package io.vpclocal.logs.filter;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LikePattern;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteSubscriptionFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutSubscriptionFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

@AwsController(AwsService.LOGS)
class SubscriptionFilterController {

    private final LogGroupService groups;
    private final SubscriptionFilterService service;
    private final SubscriptionFilters filters;
    private final NextTokens tokens;

    SubscriptionFilterController(
            LogGroupService groups, SubscriptionFilterService service, SubscriptionFilters filters, NextTokens tokens) {
        this.groups = groups;
        this.service = service;
        this.filters = filters;
        this.tokens = tokens;
    }

    @AwsAction(missing = "sending events and checking the destination: the filter is only stored")
    PutSubscriptionFilterResponse putSubscriptionFilter(PutSubscriptionFilterRequest request, Call call) {
        LogGroupName group = groupName(request.logGroupName());
        String name = FilterDefinition.name(request.filterName());
        FilterDefinition definition = FilterDefinition.of(
                request.filterPattern(),
                request.applyOnTransformedLogs(),
                request.fieldSelectionCriteria(),
                "emitSystemFields",
                request.emitSystemFields());
        Destination destination = Destination.of(
                call.scope(), request.destinationArn(), request.roleArn(), request.distributionAsString());
        service.put(LogGroupService.requireStandard(groups.lock(call.scope(), group)), name, definition, destination);
        return PutSubscriptionFilterResponse.builder().build();
    }

    @AwsAction
    DescribeSubscriptionFiltersResponse describeSubscriptionFilters(
            DescribeSubscriptionFiltersRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        String prefix = Objects.requireNonNullElse(FilterDefinition.namePrefix(request.filterNamePrefix()), "");
        LogGroupEntity group = groups.require(call.scope(), groupName(request.logGroupName()));
        List<?> question = List.of(group.seq(), prefix);
        String after = Objects.requireNonNullElse(tokens.read(call, question, request.nextToken()), "");
        List<SubscriptionFilter> found =
                filters.find(group.seq(), LikePattern.prefix(prefix), after, Limit.of(limit + 1)).stream()
                        .map(filter -> FilterWire.toWire(filter, group.name()))
                        .toList();
        List<SubscriptionFilter> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).filterName() : null;
        return DescribeSubscriptionFiltersResponse.builder()
                .subscriptionFilters(page)
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    @AwsAction
    DeleteSubscriptionFilterResponse deleteSubscriptionFilter(DeleteSubscriptionFilterRequest request, Call call) {
        LogGroupName group = groupName(request.logGroupName());
        String name = FilterDefinition.name(request.filterName());
        service.delete(groups.lock(call.scope(), group), name);
        return DeleteSubscriptionFilterResponse.builder().build();
    }

    private static LogGroupName groupName(@Nullable String name) {
        return new LogGroupName(Constraints.require(name, "logGroupName"));
    }
}
