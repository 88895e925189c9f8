package io.vpclocal.logs.query;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds queries of an account and Region, newest first. */
@Component
class QueryListing {

    private final EntityManager entities;

    QueryListing(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param group the name of a log group of the query; null for any
     * @param status null for any
     */
    record Wanted(@Nullable String group, @Nullable String status) {}

    /**
     * @param now queries beyond their time limit at this time count as ended; milliseconds since 1970
     * @param before the listing starts after this row number; null to start with the newest
     */
    List<QueryEntity> find(Scope scope, Wanted wanted, long now, @Nullable Long before, int most) {
        StringBuilder text =
                new StringBuilder("select q from QueryEntity q where q.account = :account and q.region = :region");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", scope.account());
        parameters.put("region", scope.region());
        if (wanted.group() != null) {
            text.append(" and :group member of q.groups");
            parameters.put("group", wanted.group());
        }
        if (wanted.status() != null) {
            status(text, parameters, wanted.status(), now - LogsQueries.TIMEOUT_MILLIS);
        }
        if (before != null) {
            text.append(" and q.seq < :before");
            parameters.put("before", before);
        }
        TypedQuery<QueryEntity> query =
                entities.createQuery(text.append(" order by q.seq desc").toString(), QueryEntity.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    private static void status(StringBuilder text, Map<String, Object> parameters, String status, long timedOut) {
        boolean active = Set.of(QueryEntity.SCHEDULED, QueryEntity.RUNNING).contains(status);
        if (status.equals(QueryEntity.TIMEOUT)) {
            text.append(" and (q.status = :status or (q.status in ('Scheduled', 'Running') and q.createdAt < :since))");
        } else if (active) {
            text.append(" and q.status = :status and q.createdAt >= :since");
        } else {
            text.append(" and q.status = :status");
        }
        parameters.put("status", status);
        if (active || status.equals(QueryEntity.TIMEOUT)) {
            parameters.put("since", timedOut);
        }
    }
}
