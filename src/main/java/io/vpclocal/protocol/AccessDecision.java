package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One policy decision about a call, with its reason.
 *
 * @param action the action checked; a call may need permissions for further actions besides its own
 * @param resource ARN of the resource checked, or {@code *}
 * @param allowed whether policies allow it; if policies are not enforced, the call runs even if this is false
 * @param reason AWS's text for a denial; empty if allowed
 * @param policy the policy that decided, by ARN or name; null if none did
 * @param statement the statement's Sid, or its place in the policy; null if none decided
 */
public record AccessDecision(
        String action,
        String resource,
        boolean allowed,
        String reason,
        @Nullable String policy,
        @Nullable String statement) {}
