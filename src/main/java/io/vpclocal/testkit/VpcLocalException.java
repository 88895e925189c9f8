package io.vpclocal.testkit;

/** An error of the control API. */
public final class VpcLocalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final int status;

    VpcLocalException(String code, String message, int status) {
        super(code + ": " + message);
        this.code = code;
        this.status = status;
    }

    /** For example {@code NotFound} or {@code InvalidParameter}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
