package io.vpclocal.identity.signature;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Amazon S3's errors for signatures in the URL, which differ from those for signatures in the header (texts as users
 * report them, and as other servers of the S3 API answer).
 */
final class S3PresignedErrors {

    private static final String CODE = "AuthorizationQueryParametersError";
    private static final Pattern CREDENTIAL = Pattern.compile("[^/]+/\\d{8}/[^/]+/[^/]+/aws4_request");
    private static final Pattern DATE = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private S3PresignedErrors() {}

    static boolean isPresigned(SignedRequest request) {
        return request.rawQuery().contains("X-Amz-") && request.firstHeader("authorization") == null;
    }

    static WireError expired() {
        return new WireError("AccessDenied", "Request has expired", 403);
    }

    static WireError notYetValid() {
        return new WireError("AccessDenied", "Request is not valid yet", 403);
    }

    /** @param otherwise the text if none of Amazon S3's fits */
    static WireError incomplete(SignedRequest request, String otherwise) {
        return new WireError(CODE, text(QueryParameters.parse(request.rawQuery()), otherwise), 400);
    }

    private static String text(QueryParameters query, String otherwise) {
        if (!"AWS4-HMAC-SHA256".equals(query.first(QueryParameters.ALGORITHM))) {
            return "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"";
        }
        boolean complete = List.of(
                        QueryParameters.CREDENTIAL,
                        QueryParameters.SIGNATURE,
                        QueryParameters.DATE,
                        QueryParameters.SIGNED_HEADERS,
                        QueryParameters.EXPIRES)
                .stream()
                .allMatch(name -> query.first(name) != null);
        if (!complete) {
            return "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
                    + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.";
        }
        if (!CREDENTIAL.matcher(value(query, QueryParameters.CREDENTIAL)).matches()) {
            return "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting"
                    + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";
        }
        if (!DATE.matcher(value(query, QueryParameters.DATE)).matches()) {
            return "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"";
        }
        return expires(value(query, QueryParameters.EXPIRES), otherwise);
    }

    private static String expires(String value, String otherwise) {
        if (!NUMBER.matcher(value).matches()) {
            return "X-Amz-Expires should be a number";
        }
        if (value.startsWith("-")) {
            return "X-Amz-Expires must be non-negative";
        }
        boolean week = value.length() < 7 && Integer.parseInt(value) <= PresignedQuery.MAX_EXPIRES_SECONDS;
        return week ? otherwise : "X-Amz-Expires must be less than a week (in seconds) that is 604800";
    }

    private static String value(QueryParameters query, String name) {
        return Objects.requireNonNullElse(query.first(name), "");
    }
}
