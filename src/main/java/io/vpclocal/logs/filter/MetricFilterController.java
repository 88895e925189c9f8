package io.vpclocal.logs.filter;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.pattern.FilterPattern;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilterMatchRecord;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterResponse;

@AwsController(AwsService.LOGS)
class MetricFilterController {

    private final LogGroupService groups;
    private final MetricFilterService filters;
    private final MetricFilterListing listing;
    private final NextTokens tokens;

    MetricFilterController(
            LogGroupService groups, MetricFilterService filters, MetricFilterListing listing, NextTokens tokens) {
        this.groups = groups;
        this.filters = filters;
        this.listing = listing;
        this.tokens = tokens;
    }

    @AwsAction(missing = "publishing the metric: CloudWatch is not emulated")
    PutMetricFilterResponse putMetricFilter(PutMetricFilterRequest request, Call call) {
        LogGroupName group = new LogGroupName(Constraints.require(request.logGroupName(), "logGroupName"));
        String name = FilterDefinition.name(request.filterName());
        Constraints.notMissing(request.hasMetricTransformations(), "metricTransformations");
        MetricTransformation transformation = MetricRules.check(request.metricTransformations());
        FilterDefinition definition = FilterDefinition.of(
                request.filterPattern(),
                request.applyOnTransformedLogs(),
                request.fieldSelectionCriteria(),
                "emitSystemFieldDimensions",
                request.emitSystemFieldDimensions());
        MetricRules.checkDimensions(transformation, definition);
        filters.put(
                LogGroupService.requireStandard(groups.lock(call.scope(), group)), name, definition, transformation);
        return PutMetricFilterResponse.builder().build();
    }

    @AwsAction
    DescribeMetricFiltersResponse describeMetricFilters(DescribeMetricFiltersRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        MetricFilterListing.Wanted wanted = wanted(request, call);
        List<?> question = List.of(wanted);
        String after = tokens.read(call, question, request.nextToken());
        List<MetricFilter> found = listing.find(call.scope(), wanted, after, limit + 1);
        List<MetricFilter> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? MetricFilterListing.positionOf(page.get(limit - 1)) : null;
        return DescribeMetricFiltersResponse.builder()
                .metricFilters(page)
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    @AwsAction
    DeleteMetricFilterResponse deleteMetricFilter(DeleteMetricFilterRequest request, Call call) {
        LogGroupName group = new LogGroupName(Constraints.require(request.logGroupName(), "logGroupName"));
        String name = FilterDefinition.name(request.filterName());
        filters.delete(groups.lock(call.scope(), group), name);
        return DeleteMetricFilterResponse.builder().build();
    }

    @AwsAction
    TestMetricFilterResponse testMetricFilter(TestMetricFilterRequest request) {
        FilterPattern pattern = FilterDefinition.parse(request.filterPattern());
        Constraints.notMissing(request.hasLogEventMessages(), "logEventMessages");
        List<String> messages = request.logEventMessages();
        if (messages.isEmpty()) {
            throw LogsErrors.constraint(
                    "logEventMessages", messages, "Member must have length greater than or equal to 1");
        }
        if (messages.size() > LogsLimits.MESSAGES_PER_TEST) {
            throw Constraints.tooMany("logEventMessages", messages, LogsLimits.MESSAGES_PER_TEST);
        }
        List<MetricFilterMatchRecord> matches = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String message = messages.get(i);
            if (pattern.matches(message)) {
                // Recorded: counted from 1, unlike in the documentation's samples.
                matches.add(MetricFilterMatchRecord.builder()
                        .eventNumber(i + 1L)
                        .eventMessage(message)
                        .extractedValues(pattern.extract(message))
                        .build());
            }
        }
        return TestMetricFilterResponse.builder().matches(matches).build();
    }

    private MetricFilterListing.Wanted wanted(DescribeMetricFiltersRequest request, Call call) {
        @Nullable String metricName = request.metricName();
        @Nullable String namespace = request.metricNamespace();
        if ((metricName == null) != (namespace == null)) {
            throw LogsErrors.invalidParameter("metricName and metricNamespace must be specified together.");
        }
        if (metricName != null && namespace != null) {
            MetricRules.name("metricName", metricName);
            MetricRules.namespace("metricNamespace", namespace);
        }
        Long group = request.logGroupName() == null
                ? null
                : Long.valueOf(LogGroupService.requireStandard(
                                groups.require(call.scope(), new LogGroupName(request.logGroupName())))
                        .seq());
        return new MetricFilterListing.Wanted(
                group, FilterDefinition.namePrefix(request.filterNamePrefix()), metricName, namespace);
    }
}
