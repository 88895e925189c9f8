package io.vpclocal.identity.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The signing time stated in a request, to the second.
 *
 * @param instant the moment
 */
record SigningTime(Instant instant) {

    private static final Pattern ISO_8601 =
            Pattern.compile("[0-9]{8}T[0-9]{6}Z|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** AWS also accepts the extended format of ISO 8601, although its error message asks for the basic one. */
    static SigningTime parse(String text) {
        if (ISO_8601.matcher(text).matches()) {
            try {
                String basic = text.replace("-", "").replace(":", "");
                return new SigningTime(LocalDateTime.parse(basic, BASIC).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                throw malformed(text);
            }
        }
        throw malformed(text);
    }

    private static RefusedSignatureException malformed(String text) {
        return new RefusedSignatureException(SignatureFailure.incomplete("Date must be in ISO-8601 'basic format'."
                + " Got '" + text + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
    }

    String basic() {
        return basic(instant);
    }

    String date() {
        return basic().substring(0, 8);
    }

    static String basic(Instant instant) {
        return BASIC.format(instant.atOffset(ZoneOffset.UTC));
    }
}
