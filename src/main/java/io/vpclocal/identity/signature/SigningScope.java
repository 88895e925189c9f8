package io.vpclocal.identity.signature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a signature: the {@code Credential} of a signed request without its terminator.
 *
 * @param accessKeyId access key id the request was signed with
 * @param date day of the signing key, {@code yyyyMMdd}
 * @param region Region, for example {@code eu-west-1}
 * @param service signing name of the service, for example {@code ec2}
 */
public record SigningScope(String accessKeyId, String date, String region, String service) {

    static final String TERMINATOR = "aws4_request";

    /**
     * Reads the scope of a request for routing. Only its form is checked.
     *
     * @return empty if neither the Authorization header nor the query string has a credential of five elements
     */
    public static Optional<SigningScope> peek(SignedRequest request) {
        try {
            String credential = credentialOf(request);
            return credential == null
                    ? Optional.empty()
                    : Optional.of(parse(credential).scope());
        } catch (RefusedSignatureException e) {
            // Routing treats it as unsigned. Verification reports the error.
            return Optional.empty();
        }
    }

    private static @Nullable String credentialOf(SignedRequest request) {
        String authorization = request.firstHeader(AuthorizationHeader.NAME);
        return authorization == null
                ? QueryParameters.parse(request.rawQuery()).first(QueryParameters.CREDENTIAL)
                : AuthorizationHeader.parse(authorization).credential();
    }

    /** A parsed credential. It keeps the terminator because AWS reports a wrong one later than a missing one. */
    record Credential(SigningScope scope, String terminator) {}

    static Credential parse(String credential) {
        String[] elements = credential.split("/", -1);
        if (elements.length != 5) {
            throw new RefusedSignatureException(SignatureFailure.incomplete("Credential must have exactly 5"
                    + " slash-delimited elements, e.g. keyid/date/region/service/term, got '" + credential + "'"));
        }
        return new Credential(new SigningScope(elements[0], elements[1], elements[2], elements[3]), elements[4]);
    }

    /** The credential scope line of the string to sign. */
    String line() {
        return date + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
