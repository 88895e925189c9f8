package io.vpclocal.control;

import org.jspecify.annotations.Nullable;

/**
 * The scope of a reset, for {@link ControlMemory}. Restoring a snapshot does not cause one: fault rules and the request
 * log stay.
 *
 * @param account null for all
 * @param region null for all
 */
public record StateReset(@Nullable String account, @Nullable String region) {

    /** Whether the reset covers an account and Region; null stands for data without an account or Region. */
    public boolean covers(@Nullable String itsAccount, @Nullable String itsRegion) {
        return (account == null || account.equals(itsAccount)) && (region == null || region.equals(itsRegion));
    }
}
