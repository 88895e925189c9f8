package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.network.ProvisioningProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The current modes, computed from stored times and the clock. The previous mode applies until a change is complete.
 */
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

    /** The current mode. */
    InternetBlockMode effective(BlockPublicAccessEntity options) {
        return settled(options.changedAt()) ? options.mode() : options.modeBefore();
    }

    String state(BlockPublicAccessEntity options) {
        return settled(options.changedAt()) ? "update-complete" : "update-in-progress";
    }

    /** The current mode of an exclusion; null if it is not effective yet or was deleted. */
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
