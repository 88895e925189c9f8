package io.vpclocal.identity.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed Authorization header of a signed request.
 *
 * @param text the whole header value, which AWS quotes in its errors
 */
record AuthorizationHeader(
        String text,
        @Nullable String credential,
        @Nullable String signedHeaders,
        @Nullable String signature) {

    static final String NAME = "authorization";
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** AWS splits at spaces as well as commas, so a space in an access key id is an error. */
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    /** Refuses another algorithm and parts that are not key=value. If a part is repeated, the last one counts. */
    static AuthorizationHeader parse(String header) {
        String text = header.strip();
        String[] tokens = SEPARATOR.split(text);
        if (!tokens[0].equals(ALGORITHM)) {
            throw refused("Unsupported AWS 'algorithm': '" + tokens[0] + "'.");
        }
        Map<String, String> pairs = new HashMap<>();
        for (int i = 1; i < tokens.length; i++) {
            int equals = tokens[i].indexOf('=');
            if (equals < 0) {
                throw refused("'" + tokens[i] + "' not a valid key=value pair (missing equal-sign) in Authorization"
                        + " header: '" + text + "'.");
            }
            String value = tokens[i].substring(equals + 1);
            if (!value.isEmpty()) {
                pairs.put(tokens[i].substring(0, equals), value);
            }
        }
        return new AuthorizationHeader(
                text, pairs.get("Credential"), pairs.get("SignedHeaders"), pairs.get("Signature"));
    }

    /** Refuses an incomplete header, naming each missing part. */
    RawClaim claim(SignedRequest request) {
        String xAmzDate = request.firstHeader("x-amz-date");
        String date = xAmzDate == null ? request.firstHeader("date") : xAmzDate;
        if (credential == null || signature == null || signedHeaders == null || date == null) {
            throw refused(missing(date));
        }
        String token = request.firstHeader("x-amz-security-token");
        return new RawClaim(credential, signedHeaders, signature, date.strip(), token, null, false);
    }

    private String missing(@Nullable String date) {
        List<String> sentences = new ArrayList<>();
        if (credential == null) {
            sentences.add("Authorization header requires 'Credential' parameter.");
        }
        if (signature == null) {
            sentences.add("Authorization header requires 'Signature' parameter.");
        }
        if (signedHeaders == null) {
            sentences.add("Authorization header requires 'SignedHeaders' parameter.");
        }
        if (date == null) {
            sentences.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        sentences.add("Authorization=" + text);
        return String.join(" ", sentences);
    }

    private static RefusedSignatureException refused(String message) {
        return new RefusedSignatureException(SignatureFailure.incomplete(message));
    }
}
