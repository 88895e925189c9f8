package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Period;
import io.vpclocal.logs.insights.value.Strftime;
import io.vpclocal.logs.insights.value.Timestamp;
import io.vpclocal.logs.insights.value.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

final class DateFunctions {

    private DateFunctions() {}

    static void addTo(Functions functions) {
        functions.add("bin", 1, 1, (row, a) -> rounded(row.get("@timestamp"), a[0], Period::floor));
        functions.add("datefloor", 2, 2, (row, a) -> rounded(a[0], a[1], Period::floor));
        functions.add("dateceil", 2, 2, (row, a) -> rounded(a[0], a[1], Period::ceil));
        functions.add("fromMillis", 1, 1, (row, a) -> timestamp(a[0]));
        functions.add("toMillis", 1, 1, (row, a) -> Values.orNull(Values.number(a[0])));
        functions.add("now", 0, 0, (row, a) -> (double) Math.floorDiv(row.run().now(), 1000L));
        functions.add("queryStartTime", 0, 0, (row, a) -> (double) row.run().start());
        functions.add("queryEndTime", 0, 0, (row, a) -> (double) row.run().end());
        functions.add("queryTimeRange", 0, 0, (row, a) ->
                (double) (row.run().end() - row.run().start()));
        functions.add("parseDate", 2, 3, (row, a) -> parse(a));
        functions.add("formatDate", 2, 3, (row, a) -> format(a));
        functions.add("strftime", 2, 3, (row, a) -> format(a));
    }

    private static @Nullable Object rounded(
            @Nullable Object time, @Nullable Object period, BiFunction<Period, Long, Long> rounding) {
        Timestamp timestamp = timestamp(time);
        return timestamp != null && period instanceof Period by
                ? new Timestamp(rounding.apply(by, timestamp.millis()))
                : null;
    }

    /** The value as a timestamp; a number counts as milliseconds. Null for anything outside the calendar. */
    private static @Nullable Timestamp timestamp(@Nullable Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp;
        }
        double millis = Values.number(value);
        // Years of more than four digits make no sense in a log and overflow date arithmetic.
        return Math.abs(millis) < 253_402_300_800_000.0 ? new Timestamp((long) millis) : null;
    }

    private static ZoneId zone(@Nullable Object[] arguments) {
        String name = arguments.length == 3 ? Values.string(arguments[2]) : null;
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }

    private static @Nullable Object parse(@Nullable Object[] arguments) {
        String text = Values.string(arguments[0]);
        String format = Values.string(arguments[1]);
        if (text == null || format == null) {
            return null;
        }
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ofPattern(format, Locale.ROOT).parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
                return (double) Instant.from(parsed).toEpochMilli();
            }
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            return date == null
                    ? null
                    : (Object) (double) LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time)
                            .atZone(zone(arguments))
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException | IllegalArgumentException noDate) {
            return null;
        }
    }

    private static @Nullable Object format(@Nullable Object[] arguments) {
        Timestamp time = timestamp(arguments[0]);
        String format = Values.string(arguments[1]);
        if (time == null || format == null) {
            return null;
        }
        try {
            return Strftime.format(Instant.ofEpochMilli(time.millis()).atZone(zone(arguments)), format);
        } catch (DateTimeException unknownZone) {
            return null;
        }
    }
}
