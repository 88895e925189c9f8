package io.vpclocal.logs.filter;

import io.vpclocal.logs.LikePattern;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/** Finds metric filters of one group, or of all groups of an account and Region, ordered by filter name. */
@Component
class MetricFilterListing {

    private final EntityManager entities;

    MetricFilterListing(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The conditions of a listing. Each may be null.
     *
     * @param group the number of the group's row
     */
    record Wanted(
            @Nullable Long group,
            @Nullable String prefix,
            @Nullable String metricName,
            @Nullable String metricNamespace) {}

    /**
     * The filters with the name of their group.
     *
     * @param after filter name and group name, with a colon between them
     */
    List<MetricFilter> find(Scope scope, Wanted wanted, @Nullable String after, int most) {
        StringBuilder text = new StringBuilder("select f, g.name from MetricFilterEntity f"
                + " join LogGroupEntity g on g.seq = f.groupSeq where g.account = :account and g.region = :region");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", scope.account());
        parameters.put("region", scope.region());
        if (wanted.group() != null) {
            text.append(" and f.groupSeq = :group");
            parameters.put("group", wanted.group());
        }
        if (wanted.prefix() != null) {
            text.append(" and f.name like :prefix escape '!'");
            parameters.put("prefix", LikePattern.prefix(wanted.prefix()));
        }
        if (wanted.metricName() != null) {
            text.append(" and f.metricName = :metric");
            parameters.put("metric", wanted.metricName());
        }
        if (wanted.metricNamespace() != null) {
            text.append(" and f.metricNamespace = :namespace");
            parameters.put("namespace", wanted.metricNamespace());
        }
        if (after != null) {
            text.append(" and (f.name > :name or (f.name = :name and g.name > :groupName))");
            parameters.put("name", after.substring(0, after.indexOf(':')));
            parameters.put("groupName", after.substring(after.indexOf(':') + 1));
        }
        TypedQuery<Object[]> query =
                entities.createQuery(text.append(" order by f.name, g.name").toString(), Object[].class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList().stream()
                .map(row -> FilterWire.toWire((MetricFilterEntity) row[0], (String) row[1]))
                .toList();
    }

    /** The position after this filter. Names contain no colons. */
    static String positionOf(MetricFilter filter) {
        return filter.filterName() + ":" + filter.logGroupName();
    }
}
