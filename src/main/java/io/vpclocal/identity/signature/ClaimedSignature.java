package io.vpclocal.identity.signature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete and timely signature that is yet to be compared with what the secret key gives.
 *
 * @param scope access key, day, Region and service it is scoped to
 * @param signedAt when the client signed
 * @param signedHeaders lower-case names of the headers it covers, sorted
 * @param signature the signature, in hex
 * @param sessionToken session token of temporary credentials, or null
 * @param presigned whether it stood in the query string
 */
public record ClaimedSignature(
        SigningScope scope,
        Instant signedAt,
        List<String> signedHeaders,
        String signature,
        @Nullable String sessionToken,
        boolean presigned) {

    public ClaimedSignature {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** Without signature and session token. */
    @Override
    public String toString() {
        return "ClaimedSignature[" + scope + ", signedAt=" + signedAt + ", presigned=" + presigned + "]";
    }
}
