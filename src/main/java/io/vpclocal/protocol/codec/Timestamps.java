package io.vpclocal.protocol.codec;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The forms a point in time has on the wire. */
final class Timestamps {

    private Timestamps() {}

    static Format format(SdkField<?> field, Format otherwise) {
        return field.getOptionalTrait(TimestampFormatTrait.class)
                .map(TimestampFormatTrait::format)
                .orElse(otherwise);
    }

    static String text(Instant instant, Format format) {
        return switch (format) {
            case ISO_8601 -> iso(instant);
            case RFC_822 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
            case UNIX_TIMESTAMP -> String.valueOf(seconds(instant));
            case UNIX_TIMESTAMP_MILLIS -> String.valueOf(instant.toEpochMilli());
            default -> throw new IllegalStateException("Unknown format " + format);
        };
    }

    static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000d;
    }

    /** {@code 2026-01-31T23:59:59.000Z}; written by hand, since a formatter takes longer than all else of a small answer. */
    private static String iso(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2).append('.');
        return digits(text, time.getNano() / 1_000_000, 3).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
