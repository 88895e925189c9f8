package io.vpclocal.identity.sts;

import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.caller.SessionTokens;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.user.AccessKeyIds;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
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
     * @param principalId unique id of the role or user; null for the root user
     * @param name the session's name; null if its kind has none
     */
    Credentials issue(
            SessionContent.Kind kind,
            IamScope scope,
            @Nullable String principalId,
            @Nullable String name,
            int seconds,
            SessionParams params,
            @Nullable String sourceIdentity,
            boolean chained) {
        Instant now = clock.instant();
        SessionContent content = new SessionContent(
                AccessKeyIds.next("ASIA", scope.account(), ids),
                Base64.getEncoder().encodeToString(ids.bytes(SECRET_BYTES)),
                kind,
                scope.partition(),
                scope.account(),
                principalId,
                name,
                now.getEpochSecond(),
                now.getEpochSecond() + seconds,
                params.policies(),
                params.policyArns(),
                params.tags(),
                params.transitiveTags(),
                sourceIdentity,
                chained);
        return Credentials.builder()
                .accessKeyId(content.keyId())
                .secretAccessKey(content.secret())
                .sessionToken(tokens.encrypt(content))
                .expiration(Instant.ofEpochSecond(content.expiresAt()))
                .build();
    }
}
