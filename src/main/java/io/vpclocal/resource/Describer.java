package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.PageTokens;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Answers every Describe action: ids, filters and pages. Pages follow the order of creation and begin after the last item
 * of the page before, so they stay right while rows come and go, and cost what the page costs.
 */
@Component
public class Describer {

    private static final int CHUNK = 500;

    private final EntityManager entities;
    private final TagStore tags;
    private final PageTokens tokens;

    Describer(EntityManager entities, TagStore tags, PageTokens tokens) {
        this.entities = entities;
        this.tags = tags;
        this.tokens = tokens;
    }

    /**
     * The page of rows that a request asks for.
     *
     * @param ids those asked for by name; empty for all
     * @throws AwsException if an id is malformed or unknown, a filter is unknown, the size is out of range, or the token
     *     belongs to another request
     */
    public <T extends ResourceEntity> Page<T> page(
            Describe<T> describe,
            Class<T> type,
            ResourceKind kind,
            Scope scope,
            List<String> ids,
            List<Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String nextToken) {
        describe.requireValid(filters);
        if (!ids.isEmpty() && maxResults != null && describe.idSet() != null) {
            throw FilterErrors.idsWithMaxResults(describe.idSet());
        }
        int size = describe.maxResults().resolve(maxResults);
        String query = query(type.getSimpleName(), scope, ids, filters);
        long after = nextToken == null ? Long.MIN_VALUE : Long.parseLong(position(query, nextToken));
        if (!ids.isEmpty()) {
            requireExisting(type, kind, scope, ids);
        }
        Scan<T> scan = new Scan<>(describe, type, scope, ids, filters);
        return scan.page(size, after, query);
    }

    /** The same for items that are not rows: filtered and cut from a list, which {@code key} keeps in order. */
    public <T> Page<T> page(
            Describe<T> describe,
            List<T> all,
            Function<T, String> key,
            String action,
            Scope scope,
            List<Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String nextToken) {
        describe.requireValid(filters);
        int size = describe.maxResults().resolve(maxResults);
        String query = query(action, scope, List.of(), filters);
        String after = nextToken == null ? null : position(query, nextToken);
        Map<String, List<Tag>> tagsById = tags.of(
                scope, all.stream().map(key).filter(id -> id.length() <= 64).toList());
        List<T> items = new ArrayList<>();
        boolean reached = after == null;
        for (T item : all) {
            String itemKey = key.apply(item);
            if (reached && describe.matches(item, tagsById.getOrDefault(itemKey, List.of()), filters)) {
                if (items.size() == size) {
                    return new Page<>(items, tagsById, tokens.write(query, key.apply(items.get(size - 1))));
                }
                items.add(item);
            }
            reached = reached || itemKey.equals(after);
        }
        return new Page<>(items, tagsById, null);
    }

    private <T extends ResourceEntity> void requireExisting(
            Class<T> type, ResourceKind kind, Scope scope, List<String> ids) {
        ids.stream().filter(id -> !kind.wellFormed(id)).findFirst().ifPresent(id -> {
            throw kind.malformed(id);
        });
        Set<String> missing = new LinkedHashSet<>(ids);
        entities.createQuery(
                        "select e.resourceId from " + type.getSimpleName()
                                + " e where e.account = :account and e.region = :region and e.resourceId in :ids",
                        String.class)
                .setParameter("account", scope.account())
                .setParameter("region", scope.region())
                .setParameter("ids", ids)
                .getResultList()
                .forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw kind.notFound(missing);
        }
    }

    private String position(String query, String token) {
        return tokens.read(query, token).orElseThrow(FilterErrors::badToken);
    }

    private static String query(String action, Scope scope, List<String> ids, List<Filter> filters) {
        return action + scope + ids + filters;
    }

    /** One walk over the rows of a type, in chunks, until a page is full. */
    private final class Scan<T extends ResourceEntity> {

        private final Describe<T> describe;
        private final Class<T> type;
        private final Scope scope;
        private final List<String> ids;
        private final List<Filter> inDatabase = new ArrayList<>();
        private final List<Filter> here = new ArrayList<>();

        Scan(Describe<T> describe, Class<T> type, Scope scope, List<String> ids, List<Filter> filters) {
            this.describe = describe;
            this.type = type;
            this.scope = scope;
            this.ids = ids;
            filters.forEach(filter -> (describe.column(filter) == null ? here : inDatabase).add(filter));
        }

        Page<T> page(int size, long after, String query) {
            List<T> items = new ArrayList<>();
            Map<String, List<Tag>> tagsById = new HashMap<>();
            long position = after;
            while (true) {
                int chunk = here.isEmpty() && size < CHUNK ? size + 1 : CHUNK;
                List<T> rows = rows(position, chunk);
                Map<String, List<Tag>> rowTags =
                        tags.of(scope, rows.stream().map(ResourceEntity::id).toList());
                for (T row : rows) {
                    if (describe.matches(row, rowTags.getOrDefault(row.id(), List.of()), here)) {
                        if (items.size() == size) {
                            return new Page<>(items, tagsById, tokens.write(query, String.valueOf(position)));
                        }
                        items.add(row);
                        tagsById.put(row.id(), rowTags.getOrDefault(row.id(), List.of()));
                    }
                    position = row.seq();
                }
                if (rows.size() < chunk) {
                    return new Page<>(items, tagsById, null);
                }
            }
        }

        private List<T> rows(long after, int limit) {
            CriteriaBuilder criteria = entities.getCriteriaBuilder();
            CriteriaQuery<T> query = criteria.createQuery(type);
            Root<T> row = query.from(type);
            List<Predicate> where = new ArrayList<>();
            where.add(criteria.equal(row.get("account"), scope.account()));
            where.add(criteria.equal(row.get("region"), scope.region()));
            where.add(criteria.greaterThan(row.get("seq"), after));
            if (!ids.isEmpty()) {
                where.add(row.get("resourceId").in(ids));
            }
            inDatabase.forEach(filter -> where.add(oneOf(criteria, row, filter)));
            query.where(where.toArray(Predicate[]::new)).orderBy(criteria.asc(row.get("seq")));
            TypedQuery<T> typed = entities.createQuery(query);
            return typed.setMaxResults(limit).getResultList();
        }

        private Predicate oneOf(CriteriaBuilder criteria, Root<T> row, Filter filter) {
            Expression<String> column = row.get(describe.column(filter));
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
}
