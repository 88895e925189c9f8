package io.vpclocal.logs.insights;

/** A query that cannot be compiled; on the wire the error of the same name with its {@code queryCompileError}. */
public final class MalformedQueryException extends RuntimeException {

    private final int startCharOffset;
    private final int endCharOffset;

    MalformedQueryException(String message, int startCharOffset, int endCharOffset) {
        super(message);
        this.startCharOffset = startCharOffset;
        this.endCharOffset = endCharOffset;
    }

    /** Offset in UTF-16 units of the first character that does not fit, from 0. */
    public int startCharOffset() {
        return startCharOffset;
    }

    /** Offset behind the last character that does not fit. */
    public int endCharOffset() {
        return endCharOffset;
    }
}
