package io.vpclocal.identity.iam;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.Tag;

/** Members that responses of several kinds share. */
public final class IamWire {

    private IamWire() {}

    public static @Nullable AttachedPermissionsBoundary boundary(@Nullable String arn) {
        return arn == null
                ? null
                : AttachedPermissionsBoundary.builder()
                        .permissionsBoundaryType("Policy")
                        .permissionsBoundaryArn(arn)
                        .build();
    }

    /** Null if there are no tags, because IAM leaves out an empty list. */
    public static @Nullable List<Tag> tags(IamEntity entity) {
        Map<String, String> tags = entity.tags();
        return tags.isEmpty() ? null : IamTags.toWire(tags);
    }

    /** IAM's times are whole seconds. */
    public static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
