package io.vpclocal.identity.caller;

import io.vpclocal.identity.iam.IamScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of temporary credentials. It is encrypted in their session token, so nothing is stored.
 *
 * @param keyId {@code ASIA…}
 * @param secret the secret access key
 * @param kind the STS action that created the session
 * @param partition of the account
 * @param account the account of the principal
 * @param principalId unique id of the user or role behind the session; null for the root user
 * @param name of a role session or federated user; null for a session of GetSessionToken
 * @param issuedAt seconds since 1970
 * @param expiresAt seconds since 1970
 * @param policies texts of session policies
 * @param policyArns managed policies that are session policies
 * @param tags session tags by key
 * @param transitiveTags keys of the tags that chained sessions inherit
 * @param chained true if a role session assumed the role
 * @param keys condition keys that the identity provider proved
 * @param mfaAt when the caller authenticated with an MFA device, in seconds since 1970; null if it did not
 */
public record SessionContent(
        String keyId,
        String secret,
        Kind kind,
        String partition,
        String account,
        @Nullable String principalId,
        @Nullable String name,
        long issuedAt,
        long expiresAt,
        List<String> policies,
        List<String> policyArns,
        Map<String, String> tags,
        List<String> transitiveTags,
        @Nullable String sourceIdentity,
        boolean chained,
        Map<String, List<String>> keys,
        @Nullable Long mfaAt) {

    /** Tokens of earlier versions have no keys. */
    public SessionContent {
        keys = Objects.requireNonNullElse(keys, Map.of());
    }

    /** The STS actions that issue credentials. */
    public enum Kind {
        /** AssumeRole. */
        ROLE,
        /** GetSessionToken: the caller's own permissions. */
        OWN,
        /** GetFederationToken. */
        FEDERATED
    }

    public IamScope scope() {
        return new IamScope(partition, account);
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "SessionContent[" + keyId + "]";
    }
}
