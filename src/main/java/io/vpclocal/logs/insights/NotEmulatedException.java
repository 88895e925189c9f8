package io.vpclocal.logs.insights;

/** A valid query with a command that VPC Local does not emulate. */
public final class NotEmulatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotEmulatedException(String command) {
        super("VPC Local does not emulate the command " + command + " of Logs Insights queries.");
    }
}
