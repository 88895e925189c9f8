package io.vpclocal.resource;

import io.vpclocal.resource.committed.CommittedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * A scan of committed rows in memory: rows with given ids, rows with a filter's values, or all rows after a position.
 */
final class CommittedScan<T extends ResourceEntity> implements RowScan<T> {

    private final CommittedRows<T> rows;
    private final TagStore tags;
    private final RowQuery<T> query;

    CommittedScan(CommittedRows<T> rows, TagStore tags, RowQuery<T> query) {
        this.rows = rows;
        this.tags = tags;
        this.query = query;
    }

    @Override
    public Set<String> missing(Collection<String> ids) {
        Set<String> missing = new LinkedHashSet<>(ids);
        missing.removeIf(
                id -> !rows.with(ResourceEntity.ID, ResourceEntity::id, id).isEmpty());
        return missing;
    }

    @Override
    public Found<T> page(int size, long after) {
        List<T> items = new ArrayList<>();
        Map<String, List<Tag>> tagsById = new HashMap<>();
        for (T row : candidates(after)) {
            List<Tag> its = tags.of(query.scope(), row.id());
            if (query.describe().matches(row, its, query.filters())) {
                if (items.size() == size) {
                    return new Found<>(items, tagsById, items.get(size - 1).seq());
                }
                items.add(row);
                tagsById.put(row.id(), its);
            }
        }
        return new Found<>(items, tagsById, null);
    }

    /** The rows after the position, in order, that can match. */
    private Collection<T> candidates(long after) {
        if (!query.ids().isEmpty()) {
            return sorted(query.ids(), after, ResourceEntity.ID, ResourceEntity::id);
        }
        for (Filter filter : query.filters()) {
            String attribute = query.describe().column(filter);
            if (attribute != null && filter.values().stream().noneMatch(Wildcards::isPattern)) {
                return sorted(
                        filter.values(), after, attribute, query.describe().value(filter.name())::of);
            }
        }
        return rows.after(after);
    }

    private Collection<T> sorted(
            Collection<String> values, long after, String attribute, CommittedRows.Values<T> told) {
        NavigableMap<Long, T> found = new TreeMap<>();
        for (String value : values) {
            for (T row : rows.with(attribute, told, value)) {
                if (row.seq() > after) {
                    found.put(row.seq(), row);
                }
            }
        }
        return found.values();
    }
}
