package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Caller;
import io.vpclocal.proxy.action.KnownService;
import java.util.List;
import java.util.Locale;

/**
 * Errors that are answered instead of an upstream's answer. Sources: Amazon S3 API Reference, "Error responses"; users'
 * reports.
 */
final class ProxyErrors {

    /** The code for a client that stopped in the middle of a body. */
    static final String IDLE = "RequestTimeout";

    private ProxyErrors() {}

    static AwsException noUpstream(KnownService service, String operation) {
        String setting = "VPCLOCAL_UPSTREAM_"
                + service.signingName().toUpperCase(Locale.ROOT).replace('-', '_');
        return notEmulated(
                service, operation, "Set " + setting + " or VPCLOCAL_UPSTREAM to the URL of a server that does.");
    }

    /** The call has no signature, so its caller and service are unknown. */
    static AwsException unsigned(KnownService service, String operation) {
        return notEmulated(service, operation, "Only signed calls are sent to an upstream.");
    }

    /** The codes are those of the protocols for unknown operations. */
    private static AwsException notEmulated(KnownService service, String operation, String instead) {
        boolean action = service.isNamed() && operation.indexOf(' ') < 0;
        String named = action ? ":" + operation : " (" + operation + ")";
        String name = service.isNamed() ? service.signingName() : "the service of this request";
        String text = "VPC Local does not emulate " + name + named + ". " + instead;
        return switch (service.protocol()) {
            case S3 -> new AwsException("NotImplemented", text, 501);
            case REST_XML, REST_JSON -> new AwsException("UnknownOperationException", text, 404);
            case JSON_1_0, JSON_1_1, CBOR -> new AwsException("UnknownOperationException", text);
            case QUERY -> new AwsException("InvalidAction", text);
        };
    }

    static AwsException unavailable(KnownService service, String what) {
        String code = json(service) ? "ServiceUnavailableException" : "ServiceUnavailable";
        return new AwsException(code, what, 503);
    }

    /** At AWS such a name does not resolve. An HTTP answer cannot express that. */
    static AwsException noSuchName(KnownService service, String name) {
        String code = json(service) ? "UnknownEndpointException" : "UnknownEndpoint";
        return new AwsException(
                code,
                "The name " + name + " does not resolve here. Expected is the name of an available"
                        + " VPC endpoint of the caller's account and Region, or of a service of the Region.",
                502);
    }

    /** Users' reports. */
    static AwsException keyLockout() {
        return new AwsException(
                "MalformedPolicyDocumentException",
                "The new key policy will not allow you to update the key policy in the future.");
    }

    /** Amazon S3 API Reference, "Error responses"; the second sentence is from users' reports. */
    static AwsException idle() {
        return new AwsException(
                IDLE,
                "Your socket connection to the server was not read from or written to within the timeout period."
                        + " Idle connections will be closed.");
    }

    /** API Gateway hides the account, except for its last digits, and the type of the denying policy (users' reports). */
    private static AwsException apiDenied(Caller caller, AccessDecision decision) {
        String user = caller.account().equals("anonymous") ? "anonymous" : caller.arn();
        String reason =
                decision.reason().startsWith("with an explicit deny") ? "with an explicit deny" : decision.reason();
        return new AwsException(
                "AccessDeniedException",
                "User: " + user + " is not authorized to perform: " + decision.action() + " on resource: "
                        + decision.resource().replaceFirst(":\\d{8}(\\d{4}):", ":********$1:") + " " + reason,
                403);
    }

    static AwsException denied(KnownService service, Caller caller, AccessDecision decision) {
        if (service.signingName().equals("execute-api")) {
            return apiDenied(caller, decision);
        }
        boolean s3 = service.protocol() == KnownService.Protocol.S3;
        if (s3 && caller.account().equals("anonymous")) {
            return accessDenied();
        }
        String resource = s3 ? '"' + decision.resource() + '"' : decision.resource();
        String text = "User: " + caller.arn() + " is not authorized to perform: " + decision.action() + " on resource: "
                + resource + " " + decision.reason();
        return switch (service.protocol()) {
            case S3, REST_XML -> new AwsException("AccessDenied", text, 403);
            case REST_JSON -> new AwsException("AccessDeniedException", text, 403);
            case JSON_1_0, JSON_1_1, CBOR -> new AwsException("AccessDeniedException", text);
            case QUERY ->
                new AwsException(
                        service.signingName().equals("sns") ? "AuthorizationError" : "AccessDenied", text, 403);
        };
    }

    static AwsException internal(KnownService service) {
        return new AwsException(
                json(service) ? "InternalFailure" : "InternalError",
                "An internal error has occurred. The server's log names this request id.",
                500);
    }

    static AwsException tooLarge(long limit) {
        return new AwsException(
                "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size of " + limit + " bytes", 400);
    }

    static AwsException invalidUri() {
        return new AwsException("InvalidURI", "Couldn't parse the specified URI.");
    }

    static AwsException invalidHeader(String name) {
        return new AwsException("InvalidRequest", "The header '" + name + "' has characters that HTTP does not allow.");
    }

    static AwsException signatureVersion2() {
        return new AwsException(
                "InvalidRequest",
                "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
    }

    static AwsException unsupportedPayload() {
        return new AwsException(
                "NotImplemented", "A header you provided implies functionality that is not implemented", 501);
    }

    static AwsException contentMismatch() {
        return new AwsException(
                "XAmzContentSHA256Mismatch",
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    static AwsException invalidContentSha256() {
        return new AwsException(
                "InvalidArgument",
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                        + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,"
                        + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER"
                        + " or a valid sha256 value.");
    }

    static AwsException chunkSignature() {
        return new AwsException(
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.",
                403);
    }

    static AwsException incompleteBody() {
        return new AwsException(
                "IncompleteBody",
                "The request body terminated unexpectedly or does not follow the aws-chunked encoding.");
    }

    static AwsException missingContentLength() {
        return new AwsException("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);
    }

    static AwsException smallChunk() {
        return new AwsException(
                "InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 bytes", 403);
    }

    static AwsException badDigest(String algorithm) {
        return new AwsException(
                "BadDigest", "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    static AwsException malformedTrailer() {
        return new AwsException(
                "MalformedTrailerError",
                "The request contained trailing data that was not well-formed"
                        + " or did not conform to our published schema.");
    }

    /** Recorded: the names in order. */
    static AwsException conflictingParameters(List<String> names) {
        return new AwsException("InvalidArgument", "Conflicting query string parameters: " + String.join(", ", names));
    }

    /** Users' reports. */
    static AwsException unsupportedAuthorization() {
        return new AwsException("InvalidArgument", "Unsupported Authorization Type");
    }

    static AwsException noSuchBucket() {
        return new AwsException("NoSuchBucket", "The specified bucket does not exist", 404);
    }

    /** Recorded, and different from the table in the API Reference. */
    static AwsException noSuchBucketPolicy() {
        return new AwsException("NoSuchBucketPolicy", "The bucket policy does not exist", 404);
    }

    /** For callers of other accounts than the owner's (Amazon S3 API Reference, "PutBucketPolicy"). */
    static AwsException methodNotAllowed() {
        return new AwsException("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);
    }

    static AwsException accessDenied() {
        return new AwsException("AccessDenied", "Access Denied", 403);
    }

    /** Recorded. */
    static AwsException invalidBucketOwner(String value) {
        return new AwsException(
                "InvalidBucketOwnerAWSAccountID",
                "The value of the expected bucket owner parameter must be an AWS Account ID... [" + value + "]");
    }

    static AwsException malformedXml() {
        return new AwsException(
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    private static boolean json(KnownService service) {
        return switch (service.protocol()) {
            case REST_JSON, JSON_1_0, JSON_1_1, CBOR -> true;
            case S3, REST_XML, QUERY -> false;
        };
    }
}
