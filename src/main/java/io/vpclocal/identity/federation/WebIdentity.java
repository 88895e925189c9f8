package io.vpclocal.identity.federation;

/**
 * The content of a verified web identity token.
 *
 * @param audience the {@code azp} claim, or else the first {@code aud}
 */
public record WebIdentity(FederatedIdentity identity, String subject, String audience) {}
