package io.vpclocal.logs.insights;

/** A query that cannot be compiled. On the wire it is the error of the same name with its {@code queryCompileError}. */
public final class MalformedQueryException extends RuntimeException {

    private final int startCharOffset;
    private final int endCharOffset;

    MalformedQueryException(String message, int startCharOffset, int endCharOffset) {
        super(message);
        this.startCharOffset = startCharOffset;
        this.endCharOffset = endCharOffset;
    }

    /** Offset of the first unexpected character in UTF-16 units, from 0. */
    public int startCharOffset() {
        return startCharOffset;
    }

    /** Offset after the last unexpected character. */
    public int endCharOffset() {
        return endCharOffset;
    }
}
