package io.vpclocal.flowlog.record;

import java.util.List;

/** A log format that AWS rejects. The message is EC2's. */
public final class InvalidRecordFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private InvalidRecordFormatException(String code, String message) {
        super(message);
        this.code = code;
    }

    static InvalidRecordFormatException malformed(String format) {
        return new InvalidRecordFormatException(
                "InvalidParameterValue",
                "1 validation error detected: Value '" + format + "' at 'logFormat' has an invalid format");
    }

    /** Recorded from AWS for one field. */
    static InvalidRecordFormatException unknownFields(List<String> names) {
        return new InvalidRecordFormatException(
                "InvalidParameter", "Unknown fields provided: '" + String.join("', '", names) + "'");
    }

    /** EC2's code. */
    public String code() {
        return code;
    }
}
