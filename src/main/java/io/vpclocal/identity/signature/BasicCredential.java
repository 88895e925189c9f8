package io.vpclocal.identity.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access key sent as HTTP Basic credentials. The emulator accepts them for manual calls; AWS does not. It holds a
 * secret, so toString contains only the access key id.
 */
public final class BasicCredential {

    private static final String SCHEME = "Basic ";

    private final String accessKeyId;
    private final String secret;
    private final @Nullable String sessionToken;

    private BasicCredential(String accessKeyId, String secret, @Nullable String sessionToken) {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.sessionToken = sessionToken;
    }

    /**
     * Reads {@code Authorization: Basic base64(accessKeyId:secretAccessKey)}.
     *
     * @return empty if the request uses another scheme or none
     * @throws RefusedSignatureException if the Basic credentials are malformed, or if a temporary key has no
     *     X-Amz-Security-Token header
     */
    public static Optional<BasicCredential> parse(SignedRequest request) {
        String header = request.firstHeader(AuthorizationHeader.NAME);
        if (header == null || !header.strip().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair = decoded(header.strip().substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw unreadable();
        }
        String accessKeyId = pair.substring(0, colon);
        String sessionToken = request.firstHeader("x-amz-security-token");
        TemporaryKeys.requireSessionToken(accessKeyId, sessionToken);
        return Optional.of(new BasicCredential(accessKeyId, pair.substring(colon + 1), sessionToken));
    }

    public String accessKeyId() {
        return accessKeyId;
    }

    public @Nullable String sessionToken() {
        return sessionToken;
    }

    /**
     * Compares the secret with that of the access key, in constant time.
     *
     * @throws RefusedSignatureException if they differ
     */
    public void verify(String expectedSecret) {
        if (!Digests.sameText(expectedSecret, secret)) {
            throw new RefusedSignatureException(SignatureFailure.wrongSecret());
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static RefusedSignatureException unreadable() {
        return new RefusedSignatureException(SignatureFailure.incomplete(
                "Basic credentials must be base64 of 'accessKeyId:secretAccessKey' in Authorization header."));
    }

    @Override
    public String toString() {
        return "BasicCredential[" + accessKeyId + "]";
    }
}
