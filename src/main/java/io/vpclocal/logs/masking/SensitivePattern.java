package io.vpclocal.logs.masking;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of sensitive data.
 *
 * @param form the form of the data
 * @param keywords lower-case words of which one must be near; empty if none is needed
 * @param check a further condition for a match
 */
record SensitivePattern(Pattern form, List<String> keywords, Predicate<String> check) {

    /** CloudWatch Logs User Guide: a keyword must be within 30 characters of the data. */
    private static final int NEAR = 30;

    static SensitivePattern of(Pattern form) {
        return new SensitivePattern(form, List.of(), match -> true);
    }

    /** Marks the characters of each match. */
    void mark(String message, boolean[] sensitive) {
        Matcher matcher = form.matcher(message);
        while (matcher.find()) {
            int start = matcher.groupCount() > 0 ? matcher.start(1) : matcher.start();
            int end = matcher.groupCount() > 0 ? matcher.end(1) : matcher.end();
            if (start >= 0 && check.test(message.substring(start, end)) && near(message, start, end)) {
                for (int i = start; i < end; i++) {
                    sensitive[i] = true;
                }
            }
        }
    }

    private boolean near(String message, int start, int end) {
        if (keywords.isEmpty()) {
            return true;
        }
        String around = message.substring(Math.max(0, start - NEAR), Math.min(message.length(), end + NEAR))
                .toLowerCase(Locale.ROOT);
        return keywords.stream().anyMatch(around::contains);
    }
}
