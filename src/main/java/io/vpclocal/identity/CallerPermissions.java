package io.vpclocal.identity;

import io.vpclocal.protocol.Call;

/** What a caller is allowed beside the call itself, for actions whose lack does not refuse the call. */
public interface CallerPermissions {

    /**
     * Whether the caller's policies allow an action on any resource ({@code *}). True for root users, and where policies
     * are not enforced.
     *
     * @param action for example {@code tiros:CreateQuery}
     */
    boolean allow(Call call, String action);
}
