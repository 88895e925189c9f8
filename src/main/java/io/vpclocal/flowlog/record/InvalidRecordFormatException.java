package io.vpclocal.flowlog.record;

/** A log format that AWS refuses; the message is the one EC2 sends. */
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
