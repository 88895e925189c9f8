package io.vpclocal.logs.group;

import io.vpclocal.logs.LogUsage;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sums the counters of streams. Each stream has its own counters, so that writers of different streams do not block
 * each other.
 */
@Service
class LogUsageService implements LogUsage {

    private static final String LIVE =
            "select g.account, g.region, g.name, g.logGroupClass, sum(s.customBytes), sum(s.vendedBytes), sum(s.storedBytes)"
                    + " from LogGroupEntity g join LogStreamEntity s on s.groupSeq = g.seq%s"
                    + " group by g.account, g.region, g.name, g.logGroupClass";
    private static final String PAST =
            "select p.account, p.region, p.groupName, p.logGroupClass, p.customBytes, p.vendedBytes, 0L"
                    + " from PastUsageEntity p%s";

    private final EntityManager entities;

    LogUsageService(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<GroupUsage> of(Scope scope) {
        return usage(scope);
    }

    @Override
    public List<GroupUsage> all() {
        return usage(null);
    }

    /** Keeps the ingested bytes of streams before they are deleted. The caller has locked the group. */
    void keep(LogGroupEntity group, Collection<LogStreamEntity> streams) {
        if (streams.stream().allMatch(stream -> stream.customBytes() + stream.vendedBytes() == 0)) {
            return;
        }
        PastUsageEntity past = entities.createQuery(
                        "select p from PastUsageEntity p where p.account = :account and p.region = :region"
                                + " and p.groupName = :name and p.logGroupClass = :class",
                        PastUsageEntity.class)
                .setParameter("account", group.scope().account())
                .setParameter("region", group.scope().region())
                .setParameter("name", group.name())
                .setParameter("class", group.logGroupClass())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    PastUsageEntity first = new PastUsageEntity(group);
                    entities.persist(first);
                    return first;
                });
        streams.forEach(past::add);
    }

    private List<GroupUsage> usage(@Nullable Scope scope) {
        Map<List<Object>, GroupUsage> usage = new HashMap<>();
        rows(LIVE, "g", scope).forEach(row -> add(usage, row));
        rows(PAST, "p", scope).forEach(row -> add(usage, row));
        return usage.values().stream()
                .sorted(Comparator.comparing((GroupUsage u) -> u.scope().account())
                        .thenComparing(u -> u.scope().region())
                        .thenComparing(GroupUsage::logGroup)
                        .thenComparing(GroupUsage::logGroupClass))
                .toList();
    }

    private List<Object[]> rows(String query, String alias, @Nullable Scope scope) {
        String where = scope == null ? "" : " where %1$s.account = :account and %1$s.region = :region".formatted(alias);
        TypedQuery<Object[]> rows = entities.createQuery(query.formatted(where), Object[].class);
        if (scope != null) {
            rows.setParameter("account", scope.account()).setParameter("region", scope.region());
        }
        return rows.getResultList();
    }

    private static void add(Map<List<Object>, GroupUsage> usage, Object[] row) {
        GroupUsage one = new GroupUsage(
                new Scope((String) row[0], (String) row[1]),
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue());
        usage.merge(
                List.of(one.scope(), one.logGroup(), one.logGroupClass()),
                one,
                (a, b) -> new GroupUsage(
                        a.scope(),
                        a.logGroup(),
                        a.logGroupClass(),
                        a.customBytes() + b.customBytes(),
                        a.vendedBytes() + b.vendedBytes(),
                        a.storedBytes() + b.storedBytes()));
    }
}
