package io.vpclocal.identity;

import io.vpclocal.protocol.Call;

/** Checks further permissions of a caller that do not refuse the call if they are missing. */
public interface CallerPermissions {

    /**
     * Whether the caller's policies allow an action on any resource ({@code *}). True for root users, and where policies
     * are not enforced.
     *
     * @param action for example {@code tiros:CreateQuery}
     */
    boolean allow(Call call, String action);
}
