package io.vpclocal.identity.signature;

import io.vpclocal.identity.ChunkSignatures;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies AWS Signature Version 4, in the Authorization header or presigned in the query string.
 *
 * <p>There are two steps, because the secret is looked up between them: {@link #read} parses the signature and makes
 * all checks that need no secret, {@link #verify} compares it. The order of the checks is recorded from AWS STS.
 * Thread-safe.
 */
public final class SigV4Verifier {

    private static final int CACHED_SIGNING_KEYS = 1_000;

    private final SigningKeys signingKeys = new SigningKeys(CACHED_SIGNING_KEYS);

    /**
     * Reads the signature of a request and checks that it is complete, within its time window and for this endpoint.
     *
     * @param expected Region and service of the endpoint
     * @param now the service's time
     * @throws RefusedSignatureException with the first error that AWS would report
     */
    public ClaimedSignature read(SignedRequest request, ExpectedScope expected, Instant now) {
        SigningRules rules = SigningRules.of(expected.service());
        CanonicalPath.check(request.rawPath());
        RawClaim claim = RawClaim.of(request, QueryParameters.parse(request.rawQuery()));
        List<String> signedHeaders = claim.signedHeaderNames();
        SigningTime signedAt = SigningTime.parse(claim.date());
        Duration lifetime = rules.requestedLifetime() ? PresignedQuery.lifetime(claim.expires()) : null;
        rules.checkTime(signedAt, lifetime, now);
        SigningScope.Credential credential = SigningScope.parse(claim.credential());
        expected.check(credential, signedAt);
        SigningScope scope = credential.scope();
        String sessionToken = emptyToNull(claim.sessionToken());
        TemporaryKeys.requireSessionToken(scope.accessKeyId(), sessionToken);
        return new ClaimedSignature(
                scope, signedAt.instant(), signedHeaders, claim.signature(), sessionToken, claim.presigned());
    }

    /**
     * Verifies a signature with the secret, in constant time.
     *
     * @param claimed the result of {@link #read} for the same request
     * @param secret secret access key that belongs to the access key of the scope
     * @throws RefusedSignatureException if the signature does not match; the failure contains the expected canonical
     *     request
     */
    public void verify(SignedRequest request, ClaimedSignature claimed, String secret) {
        verify(request, claimed, secret, null);
    }

    /**
     * The same for a body that has not arrived yet.
     *
     * @param payload the last line of the canonical request as stated by the client; null to compute it from the body
     * @return verifies a body sent in signed chunks
     */
    public ChunkSignatures verify(
            SignedRequest request, ClaimedSignature claimed, String secret, @Nullable String payload) {
        String canonicalRequest = payload == null
                ? CanonicalRequest.of(request, claimed)
                : CanonicalRequest.of(request, claimed, payload);
        String stringToSign = AuthorizationHeader.ALGORITHM
                + '\n'
                + SigningTime.basic(claimed.signedAt())
                + '\n'
                + claimed.scope().line()
                + '\n'
                + Digests.sha256Hex(CanonicalRequest.bytes(canonicalRequest));
        byte[] key = signingKeys.of(claimed.scope(), secret);
        byte[] signature = Digests.hmac(key, stringToSign);
        if (!Digests.sameText(HexFormat.of().formatHex(signature), claimed.signature())) {
            throw new RefusedSignatureException(SignatureFailure.mismatch(canonicalRequest, stringToSign));
        }
        return new SignatureChain(
                key, SigningTime.basic(claimed.signedAt()), claimed.scope().line(), claimed.signature());
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
