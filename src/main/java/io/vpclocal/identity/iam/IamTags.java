package io.vpclocal.identity.iam;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
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
        requireValid(wanted);
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

    private static void requireValid(List<Tag> tags) {
        Set<String> keys = new HashSet<>();
        for (Tag tag : tags) {
            String key = IamParams.require(tag.key(), "key");
            if (tag.value() == null) {
                throw CommonErrors.missingParameter(AwsService.IAM, "value");
            }
            if (key.length() > IamLimits.TAG_KEY) {
                throw IamErrors.tooLong("tags.member.key", IamLimits.TAG_KEY);
            }
            if (tag.value().length() > IamLimits.TAG_VALUE) {
                throw IamErrors.tooLong("tags.member.value", IamLimits.TAG_VALUE);
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw IamErrors.systemTag();
            }
            if (!keys.add(key.toLowerCase(Locale.ROOT))) {
                throw IamErrors.duplicateTags();
            }
        }
    }
}
