package io.vpclocal.identity.signature;

/**
 * Amazon S3's errors for a {@link SignatureFailure} (AWS documentation, Amazon S3 API Reference, "Error responses";
 * texts as users report them). UNVERIFIED: a malformed URI, and a session token that is missing.
 */
public final class S3SignatureErrors {

    private static final String MISMATCH_TEXT =
            "The request signature we calculated does not match the signature you provided."
                    + " Check your key and signing method.";

    private S3SignatureErrors() {}

    /** Amazon S3's error for a failure. */
    public static WireError of(SignatureFailure failure, SignedRequest request) {
        if (S3PresignedErrors.isPresigned(request)) {
            switch (failure.kind()) {
                case INCOMPLETE_SIGNATURE, MISSING_AUTHENTICATION -> {
                    return S3PresignedErrors.incomplete(request, failure.message());
                }
                case EXPIRED -> {
                    return S3PresignedErrors.expired();
                }
                case NOT_YET_VALID -> {
                    return S3PresignedErrors.notYetValid();
                }
                default -> {
                    // As for signatures in the header.
                }
            }
        }
        return of(failure);
    }

    private static WireError of(SignatureFailure failure) {
        return switch (failure.kind()) {
            case MALFORMED_URI, MALFORMED_QUERY_STRING -> error(400, "InvalidURI", "Couldn't parse the specified URI.");
            case AMBIGUOUS_AUTHENTICATION ->
                error(
                        400,
                        "InvalidArgument",
                        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
                                + " string parameter or the Authorization header should be specified");
            case MISSING_AUTHENTICATION -> error(403, "AccessDenied", "Access Denied");
            case INCOMPLETE_SIGNATURE -> error(400, "AuthorizationHeaderMalformed", malformed(failure.message()));
            case HOST_NOT_SIGNED ->
                error(403, "AccessDenied", "There were headers present in the request which were not signed");
            case WRONG_SCOPE -> error(400, "AuthorizationHeaderMalformed", malformed(failure.message()));
            case EXPIRED, NOT_YET_VALID ->
                error(
                        403,
                        "RequestTimeTooSkewed",
                        "The difference between the request time and the current time is too large.");
            case UNSUPPORTED_PAYLOAD ->
                error(501, "NotImplemented", "A header you provided implies functionality that is not implemented");
            case MISSING_SESSION_TOKEN, UNKNOWN_ACCESS_KEY ->
                error(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
            case BROKEN_SESSION_TOKEN ->
                error(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
            case EXPIRED_SESSION_TOKEN -> error(400, "ExpiredToken", "The provided token has expired.");
            case REGION_NOT_ENABLED ->
                error(400, "AuthorizationHeaderMalformed", malformed("the Region is not a valid one"));
            case MISMATCH -> error(403, "SignatureDoesNotMatch", MISMATCH_TEXT);
        };
    }

    private static String malformed(String detail) {
        return "The authorization header is malformed; " + detail;
    }

    private static WireError error(int status, String code, String message) {
        return new WireError(code, message, status);
    }
}
