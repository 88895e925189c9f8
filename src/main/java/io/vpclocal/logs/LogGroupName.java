package io.vpclocal.logs;

import java.util.Locale;

/** The name of a log group: 1 to 512 letters, digits and {@code . - _ / #}, not starting with {@code aws/}. */
public record LogGroupName(String value) {

    private static final String PATTERN = "[\\.\\-_/#A-Za-z0-9]+";

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} for an invalid name */
    public LogGroupName {
        if (value.length() > LogsLimits.NAME_LENGTH) {
            throw LogsErrors.nameTooLong();
        }
        Constraints.length("logGroupName", value, 1, LogsLimits.NAME_LENGTH);
        if (!value.chars().allMatch(LogGroupName::isAllowed)) {
            throw Constraints.pattern("logGroupName", value, PATTERN);
        }
        if (value.toLowerCase(Locale.ROOT).startsWith("aws/")) {
            throw LogsErrors.invalidParameter("Log groups starting with AWS/ are reserved for AWS.");
        }
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-/#".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
