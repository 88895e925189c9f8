package io.vpclocal.identity;

/**
 * The decision of policies about a request.
 *
 * @param reason for a denial, in AWS's words, such as {@code because no identity-based policy allows the … action}
 */
public record PolicyVerdict(boolean allowed, String reason) {}
