package io.vpclocal.logs.insights;

/** A valid query with a command or another part that VPC Local does not emulate. */
public final class NotEmulatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotEmulatedException(String part) {
        super("VPC Local does not emulate " + part + " of Logs Insights queries.");
    }

    static NotEmulatedException command(String name) {
        return new NotEmulatedException("the command " + name);
    }

    static NotEmulatedException function(String name) {
        return new NotEmulatedException("the function " + name);
    }

    static NotEmulatedException subquery() {
        return new NotEmulatedException("subqueries in filters");
    }

    static NotEmulatedException offset() {
        return new NotEmulatedException("the offset of stats commands");
    }
}
