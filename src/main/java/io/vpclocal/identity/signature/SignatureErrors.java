package io.vpclocal.identity.signature;

import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error of each family of services for each kind of {@link SignatureFailure}.
 *
 * <p>Sources: answers recorded from EC2, STS, IAM and CloudWatch Logs, and the common errors pages of their API
 * references. UNVERIFIED: a malformed URI (AWS sends a bare 400), a malformed query string outside IAM and STS, an
 * incomplete signature sent to EC2, a timestamp in the future sent to EC2, and expired tokens sent to CloudWatch Logs.
 */
public final class SignatureErrors {

    /** The families whose authentication errors differ. */
    public enum Family {
        /** Amazon EC2. */
        EC2,
        /** Query protocol: IAM and STS. */
        QUERY,
        /** JSON protocol: CloudWatch Logs. */
        JSON
    }

    private record Cell(int status, String code, @Nullable String message) {}

    private static final Cell EC2_AUTH_FAILURE =
            cell(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
    private static final Cell EC2_EXPIRED = cell(400, "RequestExpired", "Request has expired.");
    private static final Cell QUERY_NO_MATCH = cell(403, "SignatureDoesNotMatch");
    private static final Cell QUERY_INVALID_TOKEN = cell(403, "InvalidClientTokenId");
    private static final Cell JSON_INVALID_SIGNATURE = cell(400, "InvalidSignatureException");
    private static final Cell JSON_UNRECOGNIZED = cell(400, "UnrecognizedClientException");
    private static final Cell INVALID_URI = cell(400, "InvalidURI");
    private static final Cell NOT_IMPLEMENTED = cell(501, "NotImplemented");

    private static final Map<Kind, Map<Family, Cell>> TABLE = new EnumMap<>(Kind.class);

    static {
        row(Kind.MALFORMED_URI, INVALID_URI, INVALID_URI, INVALID_URI);
        row(
                Kind.MALFORMED_QUERY_STRING,
                cell(400, "MalformedQueryString"),
                cell(404, "MalformedQueryString"),
                cell(400, "MalformedQueryStringException"));
        row(Kind.AMBIGUOUS_AUTHENTICATION, EC2_AUTH_FAILURE, QUERY_NO_MATCH, JSON_INVALID_SIGNATURE);
        row(
                Kind.MISSING_AUTHENTICATION,
                cell(400, "MissingParameter", "The request must contain the parameter AWSAccessKeyId"),
                cell(403, "MissingAuthenticationToken"),
                cell(400, "MissingAuthenticationTokenException", "Missing Authentication Token"));
        row(
                Kind.INCOMPLETE_SIGNATURE,
                cell(400, "IncompleteSignature"),
                cell(400, "IncompleteSignature"),
                cell(400, "IncompleteSignatureException"));
        row(Kind.HOST_NOT_SIGNED, EC2_AUTH_FAILURE, QUERY_NO_MATCH, JSON_INVALID_SIGNATURE);
        row(Kind.EXPIRED, EC2_EXPIRED, QUERY_NO_MATCH, JSON_INVALID_SIGNATURE);
        row(Kind.NOT_YET_VALID, EC2_EXPIRED, QUERY_NO_MATCH, JSON_INVALID_SIGNATURE);
        row(Kind.WRONG_SCOPE, EC2_AUTH_FAILURE, QUERY_NO_MATCH, JSON_INVALID_SIGNATURE);
        row(Kind.UNSUPPORTED_PAYLOAD, NOT_IMPLEMENTED, NOT_IMPLEMENTED, NOT_IMPLEMENTED);
        row(Kind.MISSING_SESSION_TOKEN, EC2_AUTH_FAILURE, QUERY_INVALID_TOKEN, JSON_UNRECOGNIZED);
        row(Kind.BROKEN_SESSION_TOKEN, EC2_AUTH_FAILURE, QUERY_INVALID_TOKEN, JSON_UNRECOGNIZED);
        row(Kind.EXPIRED_SESSION_TOKEN, EC2_EXPIRED, cell(403, "ExpiredToken"), cell(400, "ExpiredTokenException"));
        row(Kind.UNKNOWN_ACCESS_KEY, EC2_AUTH_FAILURE, QUERY_INVALID_TOKEN, JSON_UNRECOGNIZED);
        row(Kind.REGION_NOT_ENABLED, EC2_AUTH_FAILURE, QUERY_INVALID_TOKEN, JSON_UNRECOGNIZED);
        row(Kind.MISMATCH, EC2_AUTH_FAILURE, QUERY_NO_MATCH, JSON_INVALID_SIGNATURE);
    }

    private SignatureErrors() {}

    /** The error of a family of services for a failure. */
    public static WireError of(SignatureFailure failure, Family family) {
        Map<Family, Cell> row = TABLE.get(failure.kind());
        Cell cell = row == null ? null : row.get(family);
        if (cell == null) {
            throw new IllegalStateException("No error for " + failure.kind() + " of " + family);
        }
        String message = cell.message() == null ? failure.message() : cell.message();
        return new WireError(cell.code(), message, cell.status());
    }

    private static void row(Kind kind, Cell ec2, Cell query, Cell json) {
        TABLE.put(kind, Map.of(Family.EC2, ec2, Family.QUERY, query, Family.JSON, json));
    }

    private static Cell cell(int status, String code) {
        return new Cell(status, code, null);
    }

    private static Cell cell(int status, String code, String message) {
        return new Cell(status, code, message);
    }
}
