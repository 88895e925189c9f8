package io.vpclocal.identity.sts;

import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.caller.SessionTokens;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.user.AccessKeyIds;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Issues temporary credentials. Nothing is stored, because the session token contains everything. */
@Component
class Sessions {

    private static final int SECRET_BYTES = 30;

    private final SessionTokens tokens;
    private final Ids ids;
    private final Clock clock;

    Sessions(SessionTokens tokens, Ids ids, Clock clock) {
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A session to begin.
     *
     * @param principalId unique id of the role or user; null for the root user
     * @param name the session's name; null if its kind has none
     * @param keys condition keys that the identity provider proved
     * @param mfa true if the caller authenticated with an MFA device
     */
    record Start(
            SessionContent.Kind kind,
            IamScope scope,
            @Nullable String principalId,
            @Nullable String name,
            int seconds,
            SessionParams params,
            @Nullable String sourceIdentity,
            boolean chained,
            Map<String, List<String>> keys,
            boolean mfa) {

        /** A session of a user, not of a role. */
        static Start ofUser(
                SessionContent.Kind kind,
                IamScope scope,
                @Nullable String principalId,
                @Nullable String name,
                int seconds,
                SessionParams params) {
            return new Start(kind, scope, principalId, name, seconds, params, null, false, Map.of(), false);
        }

        Start withMfa() {
            return new Start(kind, scope, principalId, name, seconds, params, sourceIdentity, chained, keys, true);
        }
    }

    Credentials issue(Start start) {
        Instant now = clock.instant();
        SessionContent content = new SessionContent(
                AccessKeyIds.next("ASIA", start.scope().account(), ids),
                Base64.getEncoder().encodeToString(ids.bytes(SECRET_BYTES)),
                start.kind(),
                start.scope().partition(),
                start.scope().account(),
                start.principalId(),
                start.name(),
                now.getEpochSecond(),
                now.getEpochSecond() + start.seconds(),
                start.params().policies(),
                start.params().policyArns(),
                start.params().tags(),
                start.params().transitiveTags(),
                start.sourceIdentity(),
                start.chained(),
                start.keys(),
                start.mfa() ? (Long) now.getEpochSecond() : null);
        return Credentials.builder()
                .accessKeyId(content.keyId())
                .secretAccessKey(content.secret())
                .sessionToken(tokens.encrypt(content))
                .expiration(Instant.ofEpochSecond(content.expiresAt()))
                .build();
    }
}
