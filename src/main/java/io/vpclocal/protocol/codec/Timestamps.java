package io.vpclocal.protocol.codec;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The forms a point in time has on the wire. */
final class Timestamps {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static Format format(SdkField<?> field, Format otherwise) {
        return field.getOptionalTrait(TimestampFormatTrait.class)
                .map(TimestampFormatTrait::format)
                .orElse(otherwise);
    }

    static String text(Instant instant, Format format) {
        return switch (format) {
            case ISO_8601 -> ISO.format(instant);
            case RFC_822 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
            case UNIX_TIMESTAMP -> String.valueOf(seconds(instant));
            case UNIX_TIMESTAMP_MILLIS -> String.valueOf(instant.toEpochMilli());
            default -> throw new IllegalStateException("Unknown format " + format);
        };
    }

    static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000d;
    }
}
