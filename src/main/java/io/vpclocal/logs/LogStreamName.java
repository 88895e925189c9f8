package io.vpclocal.logs;

/** The name of a log stream: 1 to 512 characters without colons and asterisks. */
public record LogStreamName(String value) {

    private static final String PATTERN = "[^:*]*";

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} for an invalid name */
    public LogStreamName {
        if (value.length() > LogsLimits.NAME_LENGTH) {
            throw LogsErrors.nameTooLong();
        }
        check("logStreamName", value);
    }

    /**
     * @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} if no valid name starts with the
     *     prefix
     */
    public static String checkPrefix(String prefix) {
        check("logStreamNamePrefix", prefix);
        return prefix;
    }

    private static void check(String member, String value) {
        Constraints.length(member, value, 1, LogsLimits.NAME_LENGTH);
        if (value.indexOf(':') >= 0 || value.indexOf('*') >= 0) {
            throw Constraints.pattern(member, value, PATTERN);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
