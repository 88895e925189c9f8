package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/** Told when state was taken away or replaced in the database, so that nothing outlives it in memory. */
public interface ResetListener {

    /**
     * Called once the database has changed and before any other call runs; no call is running.
     *
     * @param account the account that was emptied; null for all
     * @param region the Region that was emptied; null for all
     */
    void reset(@Nullable String account, @Nullable String region);
}
