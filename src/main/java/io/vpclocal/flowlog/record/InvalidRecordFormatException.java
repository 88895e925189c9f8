package io.vpclocal.flowlog.record;

/** A log format that AWS rejects. The message is EC2's. */
public final class InvalidRecordFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InvalidRecordFormatException(String message) {
        super(message);
    }

    static InvalidRecordFormatException of(String format) {
        return new InvalidRecordFormatException(
                "1 validation error detected: Value '" + format + "' at 'logFormat' has an invalid format");
    }
}
