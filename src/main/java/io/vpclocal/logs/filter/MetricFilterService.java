package io.vpclocal.logs.filter;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupPart;
import io.vpclocal.logs.group.MetricFilterCounts;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

/** The rules of metric filters. */
@Service
class MetricFilterService implements LogGroupPart, MetricFilterCounts {

    private final MetricFilters filters;
    private final FilterQuota quota;
    private final Clock clock;

    MetricFilterService(MetricFilters filters, FilterQuota quota, Clock clock) {
        this.filters = filters;
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * Creates or replaces a filter.
     *
     * @param group locked by the caller
     */
    void put(LogGroupEntity group, String name, FilterDefinition definition, MetricTransformation transformation) {
        Optional<MetricFilterEntity> existing = filters.findByGroupSeqAndName(group.seq(), name);
        if (existing.isEmpty() && filters.countByGroupSeq(group.seq()) >= LogsLimits.METRIC_FILTERS_PER_GROUP) {
            throw LogsErrors.limitExceeded();
        }
        quota.checkMetricFilter(group.seq(), definition, name);
        MetricFilterEntity filter = existing.orElseGet(() -> new MetricFilterEntity(group.seq(), name, clock.millis()));
        filter.define(definition, FilterWire.metric(transformation));
        filters.save(filter);
    }

    void delete(LogGroupEntity group, String name) {
        filters.delete(
                filters.findByGroupSeqAndName(group.seq(), name).orElseThrow(() -> LogsErrors.noSuch("metric filter")));
    }

    @Override
    public void groupDeleted(long group) {
        filters.deleteAll(filters.findByGroupSeq(group));
    }

    @Override
    public Map<Long, Integer> of(Collection<Long> groups) {
        Map<Long, Integer> counts = new HashMap<>();
        filters.counts(groups).forEach(row -> counts.put((Long) row[0], ((Long) row[1]).intValue()));
        return counts;
    }
}
