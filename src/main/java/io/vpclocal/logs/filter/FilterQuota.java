package io.vpclocal.logs.filter;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import org.springframework.stereotype.Component;

/** The quota that filters of both kinds share: how many patterns of a group may hold regular expressions. */
@Component
class FilterQuota {

    private final MetricFilters metricFilters;
    private final SubscriptionFilters subscriptionFilters;

    FilterQuota(MetricFilters metricFilters, SubscriptionFilters subscriptionFilters) {
        this.metricFilters = metricFilters;
        this.subscriptionFilters = subscriptionFilters;
    }

    /** @param replaced the name of the filter that is defined again, if there is one of that kind */
    void checkMetricFilter(long group, FilterDefinition definition, String replaced) {
        check(
                definition,
                metricFilters.countWithRegex(group, replaced) + subscriptionFilters.countWithRegex(group, ""));
    }

    /** @param replaced the name of the filter that is defined again, if there is one of that kind */
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
