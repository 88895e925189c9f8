package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/** Called when state in the database was deleted or replaced, so that caches can be cleared. */
public interface ResetListener {

    /**
     * Called after the database has changed. No API call runs at the same time.
     *
     * @param account the account that was emptied; null for all
     * @param region the Region that was emptied; null for all
     */
    void reset(@Nullable String account, @Nullable String region);
}
