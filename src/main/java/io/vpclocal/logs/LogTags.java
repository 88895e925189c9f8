package io.vpclocal.logs;

import java.util.Locale;
import java.util.Map;

/** The rules for the tags of log groups. */
public final class LogTags {

    private static final String KEY = "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$";
    private static final String VALUE = "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";

    private LogTags() {}

    /**
     * Checks tags before they are set.
     *
     * @param resulting the number of tags the resource has afterwards
     * @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} or {@code TooManyTagsException}
     */
    public static void check(Map<String, String> tags, int resulting) {
        tags.forEach((key, value) -> {
            if (!fits(key, 1, LogsLimits.TAG_KEY_LENGTH)) {
                throw LogsErrors.constraint("tags", tags, constraints("keys", LogsLimits.TAG_KEY_LENGTH, 1, KEY));
            }
            if (!fits(value, 0, LogsLimits.TAG_VALUE_LENGTH)) {
                throw LogsErrors.constraint("tags", tags, constraints("value", LogsLimits.TAG_VALUE_LENGTH, 0, VALUE));
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw LogsErrors.invalidParameter("aws: prefixed tag key names are not allowed for external use.");
            }
        });
        if (resulting > LogsLimits.TAGS_PER_RESOURCE) {
            throw LogsErrors.tooManyTags();
        }
    }

    private static boolean fits(String text, int least, int most) {
        return text.length() >= least
                && text.length() <= most
                && text.codePoints().allMatch(LogTags::isAllowed);
    }

    private static boolean isAllowed(int c) {
        boolean mark = c < 128 && "_.:/=+-@".indexOf(c) >= 0;
        return mark
                || switch (Character.getType(c)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static String constraints(String what, int most, int least, String pattern) {
        return "Map " + what + " must satisfy constraint: [Member must have length less than or equal to " + most
                + ", Member must have length greater than or equal to " + least
                + ", Member must satisfy regular expression pattern: " + pattern + ", Member must not be null]";
    }
}
