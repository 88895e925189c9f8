package io.vpclocal.gateway.forward;

import io.vpclocal.identity.ForwardedCallPolicies.Through;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from, as the service sees it.
 *
 * @param through the VPC endpoint on its way; null for a public call
 * @param sourceIp the public address that it comes from; null for that of the client
 */
public record Origin(@Nullable Through through, @Nullable String sourceIp) {

    /** A client that stands nowhere in the emulated network. */
    public static final Origin OUTSIDE = new Origin(null, null);
}
