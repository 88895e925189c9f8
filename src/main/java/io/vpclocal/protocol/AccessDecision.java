package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Whether a policy allowed a call, and why.
 *
 * @param action the action that decided, which may be one that the call needs besides its own
 * @param resource ARN of the resource it was checked against, or {@code *}
 * @param allowed whether policies allow it; a call may go through all the same if they are not enforced
 * @param reason for a denial, in AWS's words; else empty
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
