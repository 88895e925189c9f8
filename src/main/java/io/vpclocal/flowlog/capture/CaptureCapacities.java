package io.vpclocal.flowlog.capture;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The number of flows that each network interface captures per window. An override replaces the configured number on
 * all nodes of a database until it is removed or the state is reset.
 */
@Repository
@Transactional
public class CaptureCapacities {

    /** More flows than any window has. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Stands for all accounts or all Regions. */
    static final String ALL = "*";

    private final EntityManager entities;
    private final CaptureProperties properties;

    CaptureCapacities(EntityManager entities, CaptureProperties properties) {
        this.entities = entities;
        this.properties = properties;
    }

    private record Setting(String account, String region, int flows) {

        private static final Comparator<Setting> MOST_PARTICULAR_FIRST = Comparator.comparing(
                        (Setting setting) -> setting.account.equals(ALL))
                .thenComparing(setting -> setting.region.equals(ALL));
    }

    /**
     * The capacity of an account and Region. An override for both wins, then one for the account, then one for the
     * Region, then one for all.
     */
    public int of(Scope scope) {
        List<?> rows = entities.createNativeQuery(
                        "select account, region, flows from capture_capacity"
                                + " where account in (:account, '*') and region in (:region, '*')",
                        Object[].class)
                .setParameter("account", scope.account())
                .setParameter("region", scope.region())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Setting((String) row[0], (String) row[1], ((Number) row[2]).intValue()))
                .min(Setting.MOST_PARTICULAR_FIRST)
                .map(Setting::flows)
                .orElseGet(properties::captureCapacity);
    }

    /** Sets the capacity for traffic that is captured from now on. */
    void set(Scope scope, int flows) {
        if (update(scope, flows) == 0) {
            of(
                            scope,
                            "insert into capture_capacity (account, region, flows) values (:account, :region, 0)"
                                    + " on conflict do nothing")
                    .executeUpdate();
            update(scope, flows);
        }
    }

    /** Removes an override. */
    void unset(Scope scope) {
        of(scope, "delete from capture_capacity where account = :account and region = :region")
                .executeUpdate();
    }

    private int update(Scope scope, int flows) {
        return of(scope, "update capture_capacity set flows = :flows where account = :account and region = :region")
                .setParameter("flows", flows)
                .executeUpdate();
    }

    private Query of(Scope scope, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter("account", scope.account())
                .setParameter("region", scope.region());
    }
}
