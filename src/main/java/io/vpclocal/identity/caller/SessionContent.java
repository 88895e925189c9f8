package io.vpclocal.identity.caller;

import io.vpclocal.identity.iam.IamScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What temporary credentials stand for. It travels, sealed, in their session token, so that nothing is stored of them.
 *
 * @param keyId {@code ASIA…}
 * @param secret the secret access key
 * @param kind what the session is of
 * @param partition of the account
 * @param account whose principal the session is
 * @param principalId unique id of the user or role behind the session; null for the root user
 * @param name of a role session or federated user; null for a session of GetSessionToken
 * @param issuedAt seconds since 1970
 * @param expiresAt seconds since 1970
 * @param policies texts of session policies
 * @param policyArns managed policies that are session policies
 * @param tags session tags by key
 * @param transitiveTags keys of those that following sessions inherit
 * @param chained if the session was assumed by a role
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
        boolean chained) {

    /** The actions of STS that give credentials out. */
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

    /** Without the secret. */
    @Override
    public String toString() {
        return "SessionContent[" + keyId + "]";
    }
}
