package io.vpclocal.protocol;

import java.util.Map;

/** The only exception that becomes an AWS error on the wire. Each module's errors class creates it. */
public class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final transient Map<String, Object> details;

    public AwsException(String code, String message) {
        this(code, message, 400);
    }

    /** @param status the HTTP status of the answer */
    public AwsException(String code, String message, int status) {
        this(code, message, status, Map.of());
    }

    /** @param details further members of the error, for JSON services only */
    public AwsException(String code, String message, int status, Map<String, Object> details) {
        super(message, null, false, status >= 500);
        this.code = code;
        this.status = status;
        this.details = Map.copyOf(details);
    }

    /** The error code that clients compare, for example {@code InvalidVpcID.NotFound}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Further members of the error by JSON name. Values are strings, numbers and maps of these. */
    public Map<String, Object> details() {
        return details;
    }

    /** The error message, never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
