package io.vpclocal.identity.signature;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a request's credentials are refused.
 *
 * <p>{@link SignatureErrors} has each service's error. Sources of the texts: answers recorded from AWS STS, and the
 * pages on common errors of the IAM, EC2 and CloudWatch Logs API references.
 *
 * @param kind the kind of failure
 * @param message the text STS and IAM send for it; empty where they send none
 * @param explanation for a mismatch, the message with the strings that the server signed, as AWS's REST services send
 *     it; it may contain the request's session token
 */
public record SignatureFailure(
        Kind kind, String message, @Nullable String explanation) {

    /** The kinds that AWS distinguishes, in its check order. */
    public enum Kind {
        MALFORMED_URI,
        MALFORMED_QUERY_STRING,
        AMBIGUOUS_AUTHENTICATION,
        MISSING_AUTHENTICATION,
        INCOMPLETE_SIGNATURE,
        HOST_NOT_SIGNED,
        EXPIRED,
        NOT_YET_VALID,
        WRONG_SCOPE,
        UNSUPPORTED_PAYLOAD,
        MISSING_SESSION_TOKEN,
        BROKEN_SESSION_TOKEN,
        EXPIRED_SESSION_TOKEN,
        UNKNOWN_ACCESS_KEY,
        REGION_NOT_ENABLED,
        MISMATCH
    }

    private static final String INVALID_TOKEN = "The security token included in the request is invalid";

    private static final String MISMATCH_TEXT =
            "The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method."
                    + " Consult the service documentation for details.";

    /** The access key does not exist, was deleted or is inactive. */
    public static SignatureFailure unknownAccessKey() {
        return of(Kind.UNKNOWN_ACCESS_KEY, INVALID_TOKEN + ".");
    }

    /** The key is temporary and its session token is missing. */
    public static SignatureFailure missingSessionToken() {
        return of(Kind.MISSING_SESSION_TOKEN, INVALID_TOKEN + ".");
    }

    /** The session token was not issued here, was altered or belongs to another key. AWS's text has no final period. */
    public static SignatureFailure brokenSessionToken() {
        return of(Kind.BROKEN_SESSION_TOKEN, INVALID_TOKEN);
    }

    /** The temporary credentials have expired. */
    public static SignatureFailure expiredSessionToken() {
        return of(Kind.EXPIRED_SESSION_TOKEN, "The security token included in the request is expired");
    }

    /** The account has not enabled the Region. */
    public static SignatureFailure regionNotEnabled() {
        return of(Kind.REGION_NOT_ENABLED, INVALID_TOKEN + ".");
    }

    static SignatureFailure malformedUri() {
        return of(Kind.MALFORMED_URI, "Couldn't parse the specified URI.");
    }

    static SignatureFailure malformedQuery(String message) {
        return of(Kind.MALFORMED_QUERY_STRING, message);
    }

    static SignatureFailure ambiguous() {
        return of(Kind.AMBIGUOUS_AUTHENTICATION, "");
    }

    static SignatureFailure missingAuthentication() {
        return of(Kind.MISSING_AUTHENTICATION, "Request is missing Authentication Token");
    }

    static SignatureFailure incomplete(String message) {
        return of(Kind.INCOMPLETE_SIGNATURE, message);
    }

    static SignatureFailure hostNotSigned() {
        return of(Kind.HOST_NOT_SIGNED, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    static SignatureFailure expired(String message) {
        return of(Kind.EXPIRED, message);
    }

    static SignatureFailure notYetValid(String message) {
        return of(Kind.NOT_YET_VALID, message);
    }

    static SignatureFailure wrongScope(String message) {
        return of(Kind.WRONG_SCOPE, message);
    }

    static SignatureFailure unsupportedPayload() {
        return of(Kind.UNSUPPORTED_PAYLOAD, "A header you provided implies functionality that is not implemented");
    }

    static SignatureFailure wrongSecret() {
        return of(Kind.MISMATCH, MISMATCH_TEXT);
    }

    static SignatureFailure mismatch(String canonicalRequest, String stringToSign) {
        String explanation = MISMATCH_TEXT
                + "\n\nThe Canonical String for this request should have been\n'" + canonicalRequest
                + "'\n\nThe String-to-Sign should have been\n'" + stringToSign + "'\n";
        return new SignatureFailure(Kind.MISMATCH, MISMATCH_TEXT, explanation);
    }

    private static SignatureFailure of(Kind kind, String message) {
        return new SignatureFailure(kind, message, null);
    }

    /** Leaves out the explanation, which may contain a session token. */
    @Override
    public String toString() {
        return "SignatureFailure[" + kind + ": " + message + "]";
    }
}
