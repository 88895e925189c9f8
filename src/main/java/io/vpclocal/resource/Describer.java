package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.key.PageTokens;
import io.vpclocal.resource.committed.CommittedRows;
import io.vpclocal.resource.committed.CommittedState;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Answers every Describe action with ids, filters and pages. Pages follow the order of creation and start after the
 * last item of the previous page. They stay correct while rows are created and deleted, and their cost depends on the
 * page size only.
 */
@Component
public class Describer {

    private final EntityManager entities;
    private final TagStore tags;
    private final PageTokens tokens;
    private final CommittedState committed;

    Describer(EntityManager entities, TagStore tags, PageTokens tokens, CommittedState committed) {
        this.entities = entities;
        this.tags = tags;
        this.tokens = tokens;
        this.committed = committed;
    }

    /**
     * The requested page of rows.
     *
     * @param ids the requested ids; empty for all
     * @throws AwsException if an id is malformed or unknown, a filter is unknown, the size is out of range, or the
     *     token belongs to another request
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
            throw describe.maxResults().notWithIds(describe.idSet());
        }
        int size = describe.maxResults().resolve(maxResults);
        Supplier<String> request = () -> query(type.getSimpleName(), scope, ids, filters);
        String position = position(describe, request, nextToken);
        long after = position == null ? Long.MIN_VALUE : Long.parseLong(position);
        RowScan<T> scan = scan(new RowQuery<>(describe, type, scope, ids, describe.applied(filters)));
        if (!ids.isEmpty()) {
            requireExisting(scan, kind, ids);
        }
        RowScan.Found<T> found = scan.page(size, after);
        Long more = found.more();
        String token = more == null ? null : tokens.write(request.get(), more.toString());
        return new Page<>(found.items(), found.tags(), token);
    }

    private <T extends ResourceEntity> RowScan<T> scan(RowQuery<T> query) {
        Optional<CommittedRows<T>> rows = committed.rows(query.type(), query.scope());
        return rows.isPresent()
                ? new CommittedScan<>(rows.get(), tags, query)
                : new DatabaseScan<>(entities, tags, query);
    }

    /** The requested page of items that are not rows. The list is sorted by {@code key}. */
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
        String after = position(describe, () -> query, nextToken);
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

    private static void requireExisting(RowScan<?> scan, ResourceKind kind, List<String> ids) {
        ids.stream().filter(id -> !kind.wellFormed(id)).findFirst().ifPresent(id -> {
            throw kind.malformed(id);
        });
        Set<String> missing = scan.missing(ids);
        if (!missing.isEmpty()) {
            throw kind.notFound(missing);
        }
    }

    /** Null for the first page, which programs also ask for with an empty token (our guess). */
    private @Nullable String position(Describe<?> describe, Supplier<String> query, @Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        return tokens.read(query.get(), token)
                .orElseThrow(() -> describe.maxResults().badToken(token));
    }

    private static String query(String action, Scope scope, List<String> ids, List<Filter> filters) {
        return action + scope + ids + filters;
    }
}
