package io.vpclocal.logs.insights;

/** A query that is right at AWS, but has a command that is not emulated. */
public final class NotEmulatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotEmulatedException(String command) {
        super("VPC Local does not emulate the command " + command + " of Logs Insights queries.");
    }
}
