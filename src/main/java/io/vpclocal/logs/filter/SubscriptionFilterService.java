package io.vpclocal.logs.filter;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupPart;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The rules of subscription filters. */
@Service
class SubscriptionFilterService implements LogGroupPart {

    private final SubscriptionFilters filters;
    private final FilterQuota quota;
    private final Clock clock;

    SubscriptionFilterService(SubscriptionFilters filters, FilterQuota quota, Clock clock) {
        this.filters = filters;
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * Creates or replaces a filter.
     *
     * @param group locked by the caller
     */
    void put(LogGroupEntity group, String name, FilterDefinition definition, Destination destination) {
        Optional<SubscriptionFilterEntity> existing = filters.findByGroupSeqAndName(group.seq(), name);
        if (existing.isEmpty() && filters.countByGroupSeq(group.seq()) >= LogsLimits.SUBSCRIPTION_FILTERS_PER_GROUP) {
            throw LogsErrors.limitExceeded();
        }
        quota.checkSubscriptionFilter(group.seq(), definition, name);
        SubscriptionFilterEntity filter =
                existing.orElseGet(() -> new SubscriptionFilterEntity(group.seq(), name, clock.millis()));
        filter.define(definition, destination);
        filters.save(filter);
    }

    void delete(LogGroupEntity group, String name) {
        filters.delete(filters.findByGroupSeqAndName(group.seq(), name)
                .orElseThrow(() -> LogsErrors.noSuch("subscription filter")));
    }

    @Override
    public void groupDeleted(long group) {
        filters.deleteAll(filters.findByGroupSeq(group));
    }
}
