package io.vpclocal.control;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.setting.ShownText;
import java.util.Collection;

/** The errors of the control API. */
public final class ControlErrors {

    private ControlErrors() {}

    public static AwsException invalid(String message) {
        return new AwsException("InvalidParameter", message);
    }

    static AwsException undecodableQuery() {
        return invalid("The query string cannot be decoded.");
    }

    /** @param known the names of the resource's parameters */
    static AwsException unknownParameter(String name, String value, Collection<String> known) {
        return invalid("'" + new ShownText(name) + "=" + new ShownText(value) + "' is not a known parameter. "
                + (known.isEmpty() ? "There are none here." : "Use " + String.join(", ", known) + "."));
    }

    static AwsException repeatedParameter(String name, Collection<String> values) {
        return invalid("The parameter '" + name + "' has " + values.size() + " values: "
                + new ShownText(String.join(", ", values)) + ". Use one.");
    }

    /** @param expected the valid values, as the end of the sentence "…, but must be" */
    public static AwsException wrongParameter(String name, Object value, String expected) {
        return invalid("The parameter '" + name + "' is '" + new ShownText(String.valueOf(value)) + "', but must be "
                + expected + ".");
    }

    public static AwsException malformedBody(String message) {
        return new AwsException("MalformedBody", message);
    }

    /** @param what for example {@code fault rule} */
    static AwsException noSuchPath(String method, String path) {
        return new AwsException("NotFound", method + " " + path + " does not exist.", 404);
    }

    public static AwsException notFound(String what, String id) {
        return new AwsException("NotFound", "The " + what + " '" + id + "' does not exist.", 404);
    }

    /** A file that is not a snapshot, or a snapshot that this version cannot read. */
    public static AwsException unusableSnapshot(String message) {
        return new AwsException("UnusableSnapshot", message, 409);
    }

    public static AwsException tooManyStreams(int most) {
        return new AwsException(
                "TooManyStreams", "There are " + most + " open streams of calls. Close one of them first.", 503);
    }

    static AwsException switchedOff() {
        return new AwsException("NotFound", "The control API is switched off (vpclocal.control.enabled=false).", 404);
    }

    static AwsException rootRequired() {
        return new AwsException(
                "AccessDenied",
                "The control API needs the credentials of an account's root user when open root keys are off.",
                403);
    }

    /** @param problem the database's message */
    static AwsException databaseUnavailable(String problem) {
        return new AwsException("DatabaseUnavailable", "The database cannot be used: " + problem, 503);
    }

    static AwsException foreignHost(String host) {
        return new AwsException(
                "AccessDenied",
                "Requests for the host '" + host
                        + "' are refused, because it is not a local name. To allow it, add it to"
                        + " VPCLOCAL_CONTROL_ALLOWED_HOSTS.",
                403);
    }

    static AwsException foreignPage(String origin) {
        return new AwsException(
                "AccessDenied",
                "Requests of web pages from " + origin + " are refused. To allow them, add that origin to"
                        + " vpclocal.control.allowed-origins.",
                403);
    }
}
