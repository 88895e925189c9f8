package io.vpclocal.logs.filter;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import org.springframework.stereotype.Component;

/** The quota that both filter types share: the number of a group's patterns with regular expressions. */
@Component
class FilterQuota {

    private final MetricFilters metricFilters;
    private final SubscriptionFilters subscriptionFilters;

    FilterQuota(MetricFilters metricFilters, SubscriptionFilters subscriptionFilters) {
        this.metricFilters = metricFilters;
        this.subscriptionFilters = subscriptionFilters;
    }

    /** @param replaced the name of the filter that is replaced, if it exists */
    void checkMetricFilter(long group, FilterDefinition definition, String replaced) {
        check(
                definition,
                metricFilters.countWithRegex(group, replaced) + subscriptionFilters.countWithRegex(group, ""));
    }

    /** @param replaced the name of the filter that is replaced, if it exists */
    void checkSubscriptionFilter(long group, FilterDefinition definition, String replaced) {
        check(
                definition,
                metricFilters.countWithRegex(group, "") + subscriptionFilters.countWithRegex(group, replaced));
    }

    private static void check(FilterDefinition definition, long others) {
        if (definition.regexes() > 0 && others >= LogsLimits.REGEX_FILTERS_PER_GROUP) {
            throw LogsErrors.limitExceeded();
        }
    }
}
