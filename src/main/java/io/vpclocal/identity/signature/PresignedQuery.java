package io.vpclocal.identity.signature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signature parameters of a presigned request. If one is repeated, the first one counts. */
final class PresignedQuery {

    static final int MAX_EXPIRES_SECONDS = 604_800;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");

    private PresignedQuery() {}

    /** Refuses another algorithm (as if there were no signature) and a query with missing parameters. */
    static RawClaim claim(QueryParameters query, SignedRequest request) {
        if (!AuthorizationHeader.ALGORITHM.equals(query.first(QueryParameters.ALGORITHM))) {
            throw new RefusedSignatureException(SignatureFailure.missingAuthentication());
        }
        String credential = query.first(QueryParameters.CREDENTIAL);
        String signature = query.first(QueryParameters.SIGNATURE);
        String signedHeaders = query.first(QueryParameters.SIGNED_HEADERS);
        String date = query.first(QueryParameters.DATE);
        if (credential == null || signature == null || signedHeaders == null || date == null) {
            throw missing(query);
        }
        String token = query.first(QueryParameters.SECURITY_TOKEN);
        return new RawClaim(
                credential,
                signedHeaders,
                signature,
                date,
                token == null ? request.firstHeader("x-amz-security-token") : token,
                query.first(QueryParameters.EXPIRES),
                true);
    }

    private static RefusedSignatureException missing(QueryParameters query) {
        List<String> sentences = new ArrayList<>();
        for (String name : List.of(
                QueryParameters.CREDENTIAL,
                QueryParameters.SIGNATURE,
                QueryParameters.SIGNED_HEADERS,
                QueryParameters.DATE)) {
            if (query.first(name) == null) {
                sentences.add("AWS query-string parameters must include '" + name + "'.");
            }
        }
        sentences.add("Re-examine the query-string parameters.");
        return new RefusedSignatureException(SignatureFailure.incomplete(String.join(" ", sentences)));
    }

    /** The requested lifetime, between one second and one week. Null if none was requested. */
    static @Nullable Duration lifetime(@Nullable String expires) {
        if (expires == null) {
            return null;
        }
        int seconds = SECONDS.matcher(expires).matches() ? Integer.parseInt(expires) : 0;
        if (seconds < 1 || seconds > MAX_EXPIRES_SECONDS) {
            throw new RefusedSignatureException(SignatureFailure.incomplete("X-Amz-Expires must be a number of seconds"
                    + " between 1 and " + MAX_EXPIRES_SECONDS + ". Got '" + expires + "'."));
        }
        return Duration.ofSeconds(seconds);
    }
}
