package io.vpclocal.identity.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a complete signature as text, from the header or the query string.
 *
 * @param expires X-Amz-Expires of a presigned request, or null
 */
record RawClaim(
        String credential,
        String signedHeaders,
        String signature,
        String date,
        @Nullable String sessionToken,
        @Nullable String expires,
        boolean presigned) {

    static RawClaim of(SignedRequest request, QueryParameters query) {
        String header = request.firstHeader(AuthorizationHeader.NAME);
        boolean inQuery = query.first(QueryParameters.ALGORITHM) != null;
        if (header != null && inQuery) {
            throw new RefusedSignatureException(SignatureFailure.ambiguous());
        }
        if (header != null) {
            return AuthorizationHeader.parse(header).claim(request);
        }
        if (inQuery) {
            return PresignedQuery.claim(query, request);
        }
        throw new RefusedSignatureException(SignatureFailure.missingAuthentication());
    }

    List<String> signedHeaderNames() {
        List<String> names = List.of(signedHeaders.split(";", -1));
        if (!names.contains("host") && !names.contains(":authority")) {
            throw new RefusedSignatureException(SignatureFailure.hostNotSigned());
        }
        return names.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "RawClaim[" + credential + "]";
    }
}
