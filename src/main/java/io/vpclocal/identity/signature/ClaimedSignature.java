package io.vpclocal.identity.signature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete signature within its time window that is not verified yet.
 *
 * @param scope its access key, day, Region and service
 * @param signedAt when the client signed
 * @param signedHeaders lower-case names of the headers it covers, sorted
 * @param signature the signature, in hex
 * @param sessionToken session token of temporary credentials, or null
 * @param presigned true if the signature is in the query string
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

    /** Leaves out signature and session token. */
    @Override
    public String toString() {
        return "ClaimedSignature[" + scope + ", signedAt=" + signedAt + ", presigned=" + presigned + "]";
    }
}
