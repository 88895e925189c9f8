package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.network.ProvisioningProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which changes are carried out, computed from stored times and the clock. Until then what was before holds. */
@Component
class BlockPublicAccessLifecycle {

    private final Duration provisioningTime;
    private final Clock clock;

    BlockPublicAccessLifecycle(ProvisioningProperties properties, Clock clock) {
        this.provisioningTime = properties.provisioningTime();
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The mode that holds. */
    InternetBlockMode effective(BlockPublicAccessEntity options) {
        return settled(options.changedAt()) ? options.mode() : options.modeBefore();
    }

    String state(BlockPublicAccessEntity options) {
        return settled(options.changedAt()) ? "update-complete" : "update-in-progress";
    }

    /** The mode of an exclusion that holds, or null if it excludes nothing yet or any more. */
    @Nullable
    String effective(ExclusionEntity exclusion) {
        Instant deletedAt = exclusion.deletedAt();
        if (deletedAt != null && settled(deletedAt)) {
            return null;
        }
        return settled(exclusion.changedAt()) ? exclusion.mode() : exclusion.modeBefore();
    }

    String state(ExclusionEntity exclusion) {
        Instant deletedAt = exclusion.deletedAt();
        if (deletedAt != null) {
            return settled(deletedAt) ? "delete-complete" : "delete-in-progress";
        }
        String change = exclusion.modeBefore() == null ? "create-" : "update-";
        return change + (settled(exclusion.changedAt()) ? "complete" : "in-progress");
    }

    boolean remembered(ExclusionEntity exclusion) {
        Instant deletedAt = exclusion.deletedAt();
        return deletedAt == null || now().isBefore(deletedAt.plus(BlockPublicAccessLimits.REMEMBERED));
    }

    boolean settled(Instant since) {
        return !now().isBefore(since.plus(provisioningTime));
    }
}
