package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.CommittedRows;
import io.vpclocal.resource.committed.CommittedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The tags of every resource. Modules write them when they create a resource and remove them when they delete it. */
@Component
public class TagStore {

    private static final String OF_RESOURCE = "resourceId";

    private final TagRepository tags;
    private final CommittedState committed;
    private final TransactionRows transaction;
    private final FairLocks locks;

    TagStore(TagRepository tags, CommittedState committed, TransactionRows transaction, FairLocks locks) {
        this.tags = tags;
        this.committed = committed;
        this.transaction = transaction;
        this.locks = locks;
    }

    /**
     * Waits for calls that tag or delete these resources. Callers look for a resource afterwards, so a resource that is
     * deleted meanwhile gets no tags that would remain.
     */
    void lock(Scope scope, Collection<String> ids) {
        // In one order, so that two calls do not wait for each other.
        ids.stream().sorted().forEach(id -> locks.lock(List.of(TagEntity.class, scope, id)));
    }

    /**
     * Stores the tags of a new resource from the request's tag specifications.
     *
     * @return the resource's tags, for the response
     * @throws AwsException if a key or a value is invalid
     */
    public List<Tag> create(Scope scope, ResourceKind kind, String id, List<TagSpecification> specifications) {
        List<Tag> wanted = new ArrayList<>();
        for (TagSpecification specification : specifications) {
            if (kind.type().equals(specification.resourceTypeAsString())) {
                wanted.addAll(specification.tags());
            }
        }
        transaction.created(scope, id, List.of());
        put(scope, kind.type(), id, wanted);
        return wanted;
    }

    /** Adds tags to a resource. An existing key gets the new value. */
    public void put(Scope scope, String type, String id, List<Tag> wanted) {
        requireValid(wanted);
        store(scope, type, id, wanted);
    }

    /** Adds tags that AWS sets itself. Their keys begin with {@code aws:}, and accounts cannot change them. */
    public void putReserved(Scope scope, ResourceKind kind, String id, Map<String, String> reserved) {
        store(
                scope,
                kind.type(),
                id,
                reserved.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList());
    }

    private void store(Scope scope, String type, String id, List<Tag> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, TagEntity> present = new LinkedHashMap<>();
        rows(scope, Set.of(id)).forEach(row -> present.put(row.key(), row));
        boolean created = transaction.tags(scope, Set.of(id)).isPresent();
        transaction.tagsChange(scope, id);
        for (Tag tag : wanted) {
            TagEntity row = present.get(tag.key());
            if (row == null) {
                present.put(tag.key(), tags.save(new TagEntity(scope, type, id, tag.key(), tag.value())));
            } else {
                row.changeTo(tag.value());
            }
        }
        if (present.size() > TagLimits.PER_RESOURCE) {
            throw TagErrors.tooMany();
        }
        if (created) {
            transaction.created(scope, id, present.values());
        }
    }

    /** Removes tags by key. A tag with a value is removed only if the value matches. An empty list removes all tags. */
    void remove(Scope scope, String id, List<Tag> unwanted) {
        List<TagEntity> gone = rows(scope, Set.of(id)).stream()
                .filter(row -> unwanted.isEmpty() || unwanted.stream().anyMatch(tag -> matches(tag, row)))
                .toList();
        transaction.tagsChange(scope, id);
        tags.deleteAll(gone);
    }

    /** Deletes the tags of a deleted resource. */
    public void forget(Scope scope, String id) {
        lock(scope, List.of(id));
        transaction.tagsChange(scope, id);
        tags.deleteAll(stored(scope, Set.of(id)));
    }

    /** Lets the work read tags and resources from memory, even in a call that writes. */
    <R> R asCommitted(Supplier<R> work) {
        return committed.reading(work);
    }

    /** All tags of the account and Region, in the order in which they were added. */
    Collection<TagEntity> all(Scope scope) {
        return committed
                .rows(TagEntity.class, scope)
                .map(CommittedRows::all)
                .orElseGet(() -> tags.findByAccountAndRegionOrderBySeq(scope.account(), scope.region()));
    }

    /** The tags of several resources, by resource id, in the order in which they were added. */
    public Map<String, List<Tag>> of(Scope scope, Collection<String> ids) {
        Map<String, List<Tag>> byId = new HashMap<>();
        for (TagEntity row : rows(scope, ids)) {
            byId.computeIfAbsent(row.resourceId(), id -> new ArrayList<>()).add(TagWire.toWire(row));
        }
        return byId;
    }

    /** The tags of one resource. */
    public List<Tag> of(Scope scope, String id) {
        return of(scope, Set.of(id)).getOrDefault(id, List.of());
    }

    /** The tags of one resource by key. */
    public Map<String, String> asMap(Scope scope, String id) {
        Map<String, String> map = new LinkedHashMap<>();
        of(scope, id).forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    private List<TagEntity> rows(Scope scope, Collection<String> ids) {
        return committed
                .rows(TagEntity.class, scope)
                .map(rows -> ids.stream()
                        .distinct()
                        .flatMap(id -> rows.with(OF_RESOURCE, TagEntity::resourceId, id).stream())
                        .toList())
                .orElseGet(() -> stored(scope, ids));
    }

    private List<TagEntity> stored(Scope scope, Collection<String> ids) {
        return transaction
                .tags(scope, ids)
                .orElseGet(() ->
                        tags.findByAccountAndRegionAndResourceIdInOrderBySeq(scope.account(), scope.region(), ids));
    }

    private static boolean matches(Tag tag, TagEntity row) {
        return row.key().equals(tag.key())
                && (tag.value() == null || tag.value().equals(row.value()));
    }

    private static void requireValid(List<Tag> wanted) {
        Set<String> keys = new HashSet<>();
        for (Tag tag : wanted) {
            requireValid(tag.key(), tag.value());
            if (!keys.add(tag.key())) {
                throw TagErrors.duplicateKey(tag.key());
            }
        }
    }

    private static void requireValid(@Nullable String key, @Nullable String value) {
        if (key == null || key.isEmpty()) {
            throw TagErrors.keyMissing();
        }
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw TagErrors.reserved();
        }
        if (key.length() > TagLimits.KEY_LENGTH) {
            throw TagErrors.keyTooLong(key);
        }
        if (value == null) {
            throw TagErrors.nullValue();
        }
        if (value.length() > TagLimits.VALUE_LENGTH) {
            throw TagErrors.valueTooLong(key);
        }
    }
}
