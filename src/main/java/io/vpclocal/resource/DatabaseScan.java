package io.vpclocal.resource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/** A scan of a type's rows in the database, in chunks, until a page is full. */
final class DatabaseScan<T extends ResourceEntity> implements RowScan<T> {

    private static final int CHUNK = 500;

    private final EntityManager entities;
    private final TagStore tags;
    private final RowQuery<T> query;
    private final List<Filter> inDatabase = new ArrayList<>();
    private final List<Filter> here = new ArrayList<>();

    DatabaseScan(EntityManager entities, TagStore tags, RowQuery<T> query) {
        this.entities = entities;
        this.tags = tags;
        this.query = query;
        query.filters().forEach(filter -> (query.describe().column(filter) == null ? here : inDatabase).add(filter));
    }

    @Override
    public Set<String> missing(Collection<String> ids) {
        Set<String> missing = new LinkedHashSet<>(ids);
        entities.createQuery(
                        "select e.resourceId from " + query.type().getSimpleName()
                                + " e where e.account = :account and e.region = :region and e.resourceId in :ids",
                        String.class)
                .setParameter("account", query.scope().account())
                .setParameter("region", query.scope().region())
                .setParameter("ids", ids)
                .getResultList()
                .forEach(missing::remove);
        return missing;
    }

    @Override
    public Found<T> page(int size, long after) {
        List<T> items = new ArrayList<>();
        Map<String, List<Tag>> tagsById = new HashMap<>();
        long position = after;
        while (true) {
            int chunk = here.isEmpty() && size < CHUNK ? size + 1 : CHUNK;
            List<T> rows = rows(position, chunk);
            Map<String, List<Tag>> rowTags =
                    tags.of(query.scope(), rows.stream().map(ResourceEntity::id).toList());
            for (T row : rows) {
                List<Tag> its = rowTags.getOrDefault(row.id(), List.of());
                if (query.describe().matches(row, its, here)) {
                    if (items.size() == size) {
                        return new Found<>(items, tagsById, position);
                    }
                    items.add(row);
                    tagsById.put(row.id(), its);
                }
                position = row.seq();
            }
            if (rows.size() < chunk) {
                return new Found<>(items, tagsById, null);
            }
        }
    }

    private List<T> rows(long after, int limit) {
        CriteriaBuilder criteria = entities.getCriteriaBuilder();
        CriteriaQuery<T> select = criteria.createQuery(query.type());
        Root<T> row = select.from(query.type());
        List<Predicate> where = new ArrayList<>();
        where.add(criteria.equal(row.get("account"), query.scope().account()));
        where.add(criteria.equal(row.get("region"), query.scope().region()));
        where.add(criteria.greaterThan(row.get("seq"), after));
        if (!query.ids().isEmpty()) {
            where.add(row.get("resourceId").in(query.ids()));
        }
        inDatabase.forEach(filter -> where.add(oneOf(criteria, row, filter)));
        select.where(where.toArray(Predicate[]::new)).orderBy(criteria.asc(row.get("seq")));
        TypedQuery<T> typed = entities.createQuery(select);
        return typed.setMaxResults(limit).getResultList();
    }

    private Predicate oneOf(CriteriaBuilder criteria, Root<T> row, Filter filter) {
        Expression<String> column = row.get(query.describe().column(filter));
        return criteria.or(filter.values().stream()
                .map(value -> matches(criteria, column, value))
                .toArray(Predicate[]::new));
    }

    private static Predicate matches(CriteriaBuilder criteria, Expression<String> column, String value) {
        return Wildcards.isPattern(value)
                ? SqlPatterns.predicate(criteria, column, value)
                : criteria.equal(column, value);
    }
}
