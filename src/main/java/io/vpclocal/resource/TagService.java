package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** The tag actions, for resources of any kind. */
@Service
class TagService {

    private static final Describe<TagEntity> DESCRIBE = Describe.<TagEntity>filters()
            .filter("key", TagEntity::key)
            .filter("value", TagEntity::value)
            .filter("resource-id", TagEntity::resourceId)
            .filter("resource-type", TagEntity::resourceType)
            .filter("tag", row -> row.key() + "=" + row.value())
            .maxResults(MaxResults.classic(5, 1000))
            .build();

    private final TagStore store;
    private final Describer describer;
    private final ResourceDirectory directory;

    TagService(TagStore store, Describer describer, ResourceDirectory directory) {
        this.store = store;
        this.describer = describer;
        this.directory = directory;
    }

    void create(Scope scope, List<String> ids, List<Tag> wanted) {
        requireFew(ids, "resources");
        store.lock(scope, ids);
        ids.forEach(id -> requireExisting(scope, id));
        List<Tag> filled = wanted.stream().map(TagService::withValue).toList();
        ids.forEach(id -> store.put(scope, owner(id).kind().type(), id, filled));
    }

    /** Deletes tags. AWS ignores missing tags and missing resources. */
    void delete(Scope scope, List<String> ids, List<Tag> unwanted) {
        requireFew(ids, "resources");
        requireFew(unwanted, "tags");
        ids.forEach(TagService.this::owner);
        ids.forEach(id -> store.remove(scope, id, unwanted));
    }

    private static void requireFew(List<?> named, String what) {
        if (named.size() > TagLimits.PER_CALL) {
            throw TagErrors.tooMany(what);
        }
    }

    DescribeTagsResponse describe(Scope scope, DescribeTagsRequest request) {
        List<TagEntity> rows = List.copyOf(store.all(scope));
        Page<TagEntity> page = describer.page(
                DESCRIBE,
                rows,
                row -> String.valueOf(row.seq()),
                "DescribeTags",
                scope,
                request.filters().stream().map(TagService::byPair).toList(),
                request.maxResults(),
                request.nextToken());
        return DescribeTagsResponse.builder()
                .tags(page.map(TagService::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    /** {@code tag:Owner} with the value {@code a} is the same as {@code tag} with the value {@code Owner=a}. */
    private static Filter byPair(Filter filter) {
        String name = filter.name();
        if (name == null || !name.startsWith("tag:") || name.length() == 4) {
            return filter;
        }
        String key = name.substring(4);
        return filter.toBuilder()
                .name("tag")
                .values(filter.values().stream().map(value -> key + "=" + value).toList())
                .build();
    }

    /** Asks the database: the permission check may have found a row that was deleted since. */
    private void requireExisting(Scope scope, String id) {
        ResourceOwner<?> owner = owner(id);
        if (owner.existing(scope, Set.of(id)).isEmpty() || !owner.exists(scope, id)) {
            throw owner.kind().notFound(id);
        }
    }

    private ResourceOwner<?> owner(String id) {
        return directory.owner(id).orElseThrow(() -> TagErrors.invalidId(id));
    }

    /** Gives a tag without a value an empty one. */
    private static Tag withValue(Tag tag) {
        return tag.value() == null ? tag.toBuilder().value("").build() : tag;
    }

    private static TagDescription toWire(TagEntity row) {
        return TagDescription.builder()
                .resourceId(row.resourceId())
                .resourceType(row.resourceType())
                .key(row.key())
                .value(row.value())
                .build();
    }
}
