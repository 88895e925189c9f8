package io.vpclocal.compute.image;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public machine image in one Region.
 *
 * @param ownerAlias {@code amazon}, or null
 * @param rootDevice such as {@code /dev/xvda}
 * @param platform {@code Linux/UNIX}, {@code Windows}, …
 */
public record Image(
        String id,
        String name,
        String ownerId,
        @Nullable String ownerAlias,
        String description,
        String architecture,
        String rootDevice,
        int rootGib,
        String rootType,
        String platform,
        String snapshotId,
        Instant createdAt) {

    public boolean windows() {
        return platform.startsWith("Windows");
    }

    /** AWS deprecates public images two years after their creation. */
    Instant deprecatedAt() {
        return createdAt.plus(Duration.ofDays(730));
    }
}
