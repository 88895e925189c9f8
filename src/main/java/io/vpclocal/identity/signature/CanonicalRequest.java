package io.vpclocal.identity.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The canonical request, whose hash is signed. Source: AWS documentation, "Create a signed AWS API request". */
final class CanonicalRequest {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\x0B\\f\\r\\n]+");
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private CanonicalRequest() {}

    static String of(SignedRequest request, ClaimedSignature claimed) {
        SigningRules rules = SigningRules.of(claimed.scope().service());
        String payload = rules.objectStorage() ? objectPayload(request, claimed.presigned()) : request.bodySha256();
        return of(request, claimed, payload);
    }

    static String of(SignedRequest request, ClaimedSignature claimed, String payload) {
        SigningRules rules = SigningRules.of(claimed.scope().service());
        StringBuilder text = new StringBuilder(512)
                .append(request.method())
                .append('\n')
                .append(CanonicalPath.of(request.rawPath(), rules.objectStorage()))
                .append('\n')
                .append(QueryParameters.parse(request.rawQuery()).canonical(claimed.presigned()))
                .append('\n');
        for (String name : claimed.signedHeaders()) {
            text.append(name).append(':').append(headerValue(request, name)).append('\n');
        }
        return text.append('\n')
                .append(String.join(";", claimed.signedHeaders()))
                .append('\n')
                .append(payload)
                .toString();
    }

    /** The server decodes headers as ISO-8859-1. Encoding them the same way restores the signed bytes. */
    static byte[] bytes(String canonicalRequest) {
        boolean singleBytes = canonicalRequest.chars().allMatch(c -> c <= 0xFF);
        return canonicalRequest.getBytes(singleBytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /**
     * A signed header that is not in the request counts as empty. HTTP/2 clients may sign :authority instead of Host.
     */
    private static String headerValue(SignedRequest request, String name) {
        List<String> values = request.headerValues(name.equals(":authority") ? "host" : name);
        return values.stream()
                .map(value -> WHITE_SPACE.matcher(value).replaceAll(" ").strip())
                .collect(Collectors.joining(","));
    }

    /** Only Amazon S3 lets the client state a value to sign instead of the body. A stated hash must match the body. */
    private static String objectPayload(SignedRequest request, boolean presigned) {
        String stated = request.firstHeader("x-amz-content-sha256");
        if (stated == null) {
            return presigned ? UNSIGNED_PAYLOAD : request.bodySha256();
        }
        if (stated.startsWith("STREAMING-")) {
            throw new RefusedSignatureException(SignatureFailure.unsupportedPayload());
        }
        return stated.equals(UNSIGNED_PAYLOAD) ? stated : request.bodySha256();
    }
}
