package io.vpclocal.protocol;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Errors that any action can return, in the form of the service's protocol. */
public final class CommonErrors {

    /** The codes of JSON services for values that their models refuse. */
    public static final String INVALID_PARAMETER = "InvalidParameterException";

    public static final String VALIDATION = "ValidationException";

    private static final String ATTRIBUTE = "attribute";

    private CommonErrors() {}

    public static AwsException missingAction() {
        return new AwsException("MissingAction", "The request must contain the parameter Action");
    }

    public static AwsException unknownAction(AwsService service, String action) {
        return switch (service.protocol()) {
            case EC2_QUERY ->
                new AwsException("InvalidAction", "The action " + action + " is not valid for this web service.");
            case QUERY -> unknownAction(action, service.apiVersion());
            case JSON -> new AwsException("UnknownOperationException", "");
        };
    }

    /** Of the query services other than EC2 (reported by users of AWS). */
    public static AwsException unknownAction(String action, String version) {
        return new AwsException("InvalidAction", "Could not find operation " + action + " for version " + version);
    }

    /** Of EC2. Reported by several users of AWS. */
    public static AwsException unknownVersion(String version) {
        return new AwsException(
                "NoSuchVersion", "The requested version (" + version + ") of service AmazonEC2 does not exist");
    }

    /** The action exists at AWS but is not implemented here. The message says so, since the client made no mistake. */
    public static AwsException notEmulated(AwsService service, String action) {
        String text = "VPC Local does not emulate " + service.signingName() + ":" + action + ".";
        return service.protocol() == WireProtocol.JSON
                ? new AwsException("UnknownOperationException", text)
                : new AwsException("UnsupportedOperation", text);
    }

    /** Part of the action exists at AWS but is not implemented here. */
    public static AwsException notHere(String what) {
        return new AwsException("UnsupportedOperation", "VPC Local does not emulate " + what + ".");
    }

    public static AwsException missingParameter(AwsService service, String name) {
        return switch (service.protocol()) {
            case EC2_QUERY -> new AwsException("MissingParameter", "The request must contain the parameter " + name);
            case QUERY, JSON -> constraint(service, lowerFirst(name), null, "Member must not be null");
        };
    }

    /** A parameter that the action does not have. Only EC2 refuses it. */
    public static AwsException unknownParameter(String name) {
        return new AwsException("UnknownParameter", "The parameter " + name + " is not recognized");
    }

    /** A value that is not a valid number, boolean, date or enum value of the model. */
    public static AwsException invalidValue(AwsService service, String name, String value, String expected) {
        return service.protocol() == WireProtocol.EC2_QUERY
                ? new AwsException(
                        "InvalidParameterValue",
                        "Value (" + value + ") for parameter " + lowerFirst(name) + " is invalid. Expecting " + expected
                                + ".")
                : constraint(service, lowerFirst(name), value, "Member must be " + expected);
    }

    /** A value of the wrong type in the query protocol of IAM, STS and load balancing (code recorded from AWS). */
    public static AwsException malformedInput(String text) {
        return new AwsException("MalformedInput", text);
    }

    /** A value that is not an enum value of the model. Recorded from AWS: IAM does not list the allowed values. */
    public static AwsException notInEnum(AwsService service, String member, String value, Collection<String> allowed) {
        if (service.protocol() == WireProtocol.EC2_QUERY) {
            return lowerFirst(member).equals(ATTRIBUTE)
                    ? unknownAttribute(value)
                    : invalidValue(service, member, value, "one of " + allowed);
        }
        return constraint(
                service,
                lowerFirst(member),
                value,
                "Member must satisfy enum value set" + (service == AwsService.IAM ? "" : ": " + allowed));
    }

    /** Recorded from DescribeInstanceAttribute. */
    private static AwsException unknownAttribute(String value) {
        return new AwsException(
                "InvalidParameterValue",
                "Value (" + value + ") for parameter " + ATTRIBUTE + " is invalid. Unknown attribute.");
    }

    /**
     * A value that violates a constraint of the service's model. Recorded from AWS in September 2026: IAM and CloudWatch
     * Logs no longer quote the value.
     */
    public static AwsException constraint(
            AwsService service, String member, @Nullable Object value, String constraint) {
        boolean hidden = service == AwsService.IAM || service == AwsService.LOGS;
        String quoted = hidden ? "" : value == null ? "null " : "'" + value + "' ";
        return validation(
                service, "Value " + quoted + "at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    /** One failed constraint, with the text of IAM, STS and the JSON services. */
    public static AwsException validation(AwsService service, String constraint) {
        String code = service.protocol() == WireProtocol.JSON ? INVALID_PARAMETER : "ValidationError";
        return new AwsException(code, "1 validation error detected: " + constraint);
    }

    /** Status 404: AWS documentation, common errors of IAM and STS. */
    public static AwsException malformedBody(AwsService service, @Nullable String detail) {
        return service.protocol() == WireProtocol.JSON
                ? new AwsException("SerializationException", detail == null ? "" : detail)
                : new AwsException(
                        "MalformedQueryString",
                        "The query string contains a syntax error",
                        service.protocol() == WireProtocol.QUERY ? 404 : 400);
    }

    public static AwsException invalidCharacter(String name) {
        return new AwsException("InvalidCharacter", "The parameter " + name + " contains an invalid character");
    }

    /** A value that the database cannot store. The database does not say which parameter it was. */
    public static AwsException notStorable(AwsService service) {
        return switch (service.protocol()) {
            case EC2_QUERY ->
                new AwsException(
                        "InvalidParameterValue",
                        "A value of the request is too long or contains a character that is not allowed.");
            case QUERY, JSON ->
                validation(service, "A value of the request is too long or contains a character that is not allowed");
        };
    }

    /** The text is ours. */
    public static AwsException invalidHttp(int status) {
        return new AwsException("MalformedQueryString", "The request is not valid HTTP", status);
    }

    public static AwsException bodyTooLarge(long limit) {
        return new AwsException("RequestEntityTooLarge", "The request body is larger than " + limit + " bytes", 413);
    }

    /** Uses S3's code, because SDKs retry it. Other services do not document a code. */
    public static AwsException bodyTooSlow(Duration limit) {
        return new AwsException(
                "RequestTimeout", "The request body did not arrive within " + limit.toMillis() + " milliseconds", 408);
    }

    public static AwsException dryRun() {
        return new AwsException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
    }

    /** The database is unavailable. Codes: AWS documentation. The text is ours. */
    public static AwsException unavailable(AwsService service) {
        String code = service.protocol() == WireProtocol.JSON ? "ServiceUnavailableException" : "ServiceUnavailable";
        return new AwsException(
                code, "The database of VPC Local cannot be used at the moment. GET /_vpclocal/health says why.", 503);
    }

    public static AwsException internalFailure() {
        return new AwsException(
                "InternalFailure", "An internal error has occurred. The server's log names this request id.", 500);
    }

    private static String lowerFirst(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
