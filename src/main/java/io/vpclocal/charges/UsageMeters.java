package io.vpclocal.charges;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The bytes that each resource used per meter and calendar month. */
@Repository
class UsageMeters {

    /** @param month such as {@code 2026-03} */
    record Usage(Scope scope, String meter, String resource, String month, long bytes) {}

    private final EntityManager entities;

    UsageMeters(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds bytes to a meter. Creates the row if it is missing, also when two calls do so at once. */
    void add(Usage usage) {
        if (count(usage) == 0) {
            parameters(
                            entities.createNativeQuery("insert into usage_meter"
                                    + " (account, region, meter, resource, usage_month, bytes)"
                                    + " values (:account, :region, :meter, :resource, :month, 0)"
                                    + " on conflict do nothing"),
                            usage)
                    .executeUpdate();
            count(usage);
        }
    }

    private int count(Usage usage) {
        return parameters(
                        entities.createNativeQuery("update usage_meter set bytes = bytes + :bytes"
                                + " where account = :account and region = :region and meter = :meter"
                                + " and resource = :resource and usage_month = :month"),
                        usage)
                .setParameter("bytes", usage.bytes())
                .executeUpdate();
    }

    private static Query parameters(Query query, Usage usage) {
        return query.setParameter("account", usage.scope().account())
                .setParameter("region", usage.scope().region())
                .setParameter("meter", usage.meter())
                .setParameter("resource", usage.resource())
                .setParameter("month", usage.month());
    }

    /** All usage, by account, Region, meter, resource and month. */
    List<Usage> all() {
        List<?> rows = entities.createNativeQuery(
                        "select account, region, meter, resource, usage_month, bytes from usage_meter"
                                + " order by account, region, meter, resource, usage_month",
                        Object[].class)
                .getResultList();
        return rows.stream().map(row -> usage((Object[]) row)).toList();
    }

    private static Usage usage(Object[] row) {
        return new Usage(
                new Scope((String) row[0], (String) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).longValue());
    }
}
