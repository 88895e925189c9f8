package io.vpclocal.logs.filter;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** Metric filters and subscription filters as the API shows them. */
final class FilterWire {

    private FilterWire() {}

    /** @param transformation checked by {@link MetricRules} */
    static MetricFilterEntity.Metric metric(MetricTransformation transformation) {
        return new MetricFilterEntity.Metric(
                transformation.metricName(),
                transformation.metricNamespace(),
                transformation.metricValue(),
                transformation.defaultValue(),
                transformation.unitAsString(),
                transformation.dimensions());
    }

    static MetricFilter toWire(MetricFilterEntity filter, String group) {
        MetricFilter.Builder wire = MetricFilter.builder()
                .filterName(filter.name())
                .filterPattern(filter.pattern())
                .logGroupName(group)
                .creationTime(filter.createdAt())
                .applyOnTransformedLogs(filter.transformedLogs())
                .fieldSelectionCriteria(filter.fieldSelection())
                .metricTransformations(transformation(filter));
        List<String> systemFields = filter.systemFields();
        if (!systemFields.isEmpty()) {
            wire.emitSystemFieldDimensions(systemFields);
        }
        return wire.build();
    }

    static SubscriptionFilter toWire(SubscriptionFilterEntity filter, String group) {
        SubscriptionFilter.Builder wire = SubscriptionFilter.builder()
                .filterName(filter.name())
                .filterPattern(filter.pattern())
                .logGroupName(group)
                .creationTime(filter.createdAt())
                .destinationArn(filter.destinationArn())
                .roleArn(filter.roleArn())
                .distribution(filter.distribution())
                .applyOnTransformedLogs(filter.transformedLogs())
                .fieldSelectionCriteria(filter.fieldSelection());
        List<String> systemFields = filter.systemFields();
        if (!systemFields.isEmpty()) {
            wire.emitSystemFields(systemFields);
        }
        return wire.build();
    }

    private static MetricTransformation transformation(MetricFilterEntity filter) {
        MetricTransformation.Builder wire = MetricTransformation.builder()
                .metricName(filter.metricName())
                .metricNamespace(filter.metricNamespace())
                .metricValue(filter.metricValue())
                .defaultValue(filter.defaultValue())
                .unit(filter.unit());
        Map<String, String> dimensions = filter.dimensions();
        if (!dimensions.isEmpty()) {
            wire.dimensions(dimensions);
        }
        return wire.build();
    }
}
