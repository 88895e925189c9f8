package io.vpclocal.identity.iam;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.Tag;

/** IAM's tag rules. */
public final class IamTags {

    private IamTags() {}

    /** Adds tags to an entity. Existing keys get the new values. */
    public static void put(IamEntity entity, List<Tag> wanted) {
        requireValid(wanted, entity.kind().ignoresCaseOfTags());
        wanted.forEach(tag -> entity.tag(tag.key(), tag.value()));
        if (entity.tags().size() > IamLimits.TAGS) {
            throw IamErrors.tooManyTags();
        }
    }

    public static List<Tag> toWire(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(entry -> Tag.builder()
                        .key(entry.getKey())
                        .value(entry.getValue())
                        .build())
                .toList();
    }

    private static void requireValid(List<Tag> tags, boolean ignoreCase) {
        Set<String> keys = new HashSet<>();
        for (Tag tag : tags) {
            String lower = tag.key().toLowerCase(Locale.ROOT);
            if (lower.startsWith("aws:")) {
                throw IamErrors.systemTag();
            }
            if (!keys.add(ignoreCase ? lower : tag.key())) {
                throw IamErrors.duplicateTags();
            }
        }
    }
}
