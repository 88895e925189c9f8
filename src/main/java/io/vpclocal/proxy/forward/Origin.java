package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ForwardedCallPolicies.Through;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a call, as the service sees it.
 *
 * @param through the VPC endpoint on its way; null for a public call
 * @param sourceIp the public address of the sender; null to use the client's
 * @param account the account of the calling interface; null for a call from outside
 */
public record Origin(
        @Nullable Through through,
        @Nullable String sourceIp,
        @Nullable String account) {

    /** A client outside of the emulated network. */
    public static final Origin OUTSIDE = new Origin(null, null, null);
}
