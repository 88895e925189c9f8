package io.vpclocal.control;

import org.jspecify.annotations.Nullable;

/**
 * What a reset emptied, for what the control API itself remembers. Restoring a snapshot is none: fault rules and the
 * request log stay.
 *
 * @param account null for all
 * @param region null for all
 */
public record StateReset(@Nullable String account, @Nullable String region) {

    /** Whether something of that account and Region is to be forgotten; null belongs to none in particular. */
    public boolean covers(@Nullable String itsAccount, @Nullable String itsRegion) {
        return (account == null || account.equals(itsAccount)) && (region == null || region.equals(itsRegion));
    }
}
