package io.vpclocal.logs.insights.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A period such as {@code 5m}, used for rounding by {@code bin}, {@code datefloor} and {@code dateceil}. */
public record Period(long amount, Unit unit) {

    /** The units with the highest amount at AWS. AWS silently lowers a higher one. 0 means no maximum. */
    public enum Unit {
        MILLISECOND(1, 1000),
        SECOND(1000, 60),
        MINUTE(60_000, 60),
        HOUR(3_600_000, 24),
        DAY(Duration.ofDays(1).toMillis(), 0),
        WEEK(Duration.ofDays(7).toMillis(), 0),
        MONTH(0, 0),
        QUARTER(0, 0),
        YEAR(0, 0);

        private final long millis;
        private final int cap;

        Unit(long millis, int cap) {
            this.millis = millis;
            this.cap = cap;
        }

        /** The months of a calendar unit, else 0. */
        int months() {
            return switch (this) {
                case MONTH -> 1;
                case QUARTER -> 3;
                case YEAR -> 12;
                default -> 0;
            };
        }
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("ms", Unit.MILLISECOND),
            Map.entry("msec", Unit.MILLISECOND),
            Map.entry("millisecond", Unit.MILLISECOND),
            Map.entry("s", Unit.SECOND),
            Map.entry("sec", Unit.SECOND),
            Map.entry("second", Unit.SECOND),
            Map.entry("m", Unit.MINUTE),
            Map.entry("min", Unit.MINUTE),
            Map.entry("minute", Unit.MINUTE),
            Map.entry("h", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("hour", Unit.HOUR),
            Map.entry("d", Unit.DAY),
            Map.entry("day", Unit.DAY),
            Map.entry("w", Unit.WEEK),
            Map.entry("week", Unit.WEEK),
            Map.entry("mo", Unit.MONTH),
            Map.entry("mon", Unit.MONTH),
            Map.entry("month", Unit.MONTH),
            Map.entry("q", Unit.QUARTER),
            Map.entry("qtr", Unit.QUARTER),
            Map.entry("quarter", Unit.QUARTER),
            Map.entry("y", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("year", Unit.YEAR));

    /** UNVERIFIED: weeks start on Monday. Day 0 of the epoch was a Thursday. */
    private static final long MONDAY = Duration.ofDays(-3).toMillis();

    /** Parses an amount of at most nine digits with its unit, or returns null. */
    public static @Nullable Period parse(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        String name = text.substring(digits).toLowerCase(Locale.ROOT);
        Unit unit = UNITS.get(name);
        if (unit == null && name.length() > 2 && name.endsWith("s")) {
            unit = UNITS.get(name.substring(0, name.length() - 1));
        }
        if (unit == null || digits == 0 || digits > 9 || Long.parseLong(text.substring(0, digits)) == 0) {
            return null;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        return new Period(unit.cap == 0 ? amount : Math.min(amount, unit.cap), unit);
    }

    /** The start of the period that contains the time. */
    public long floor(long millis) {
        if (unit.months() > 0) {
            LocalDate date =
                    Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
            return startOfMonth(Math.floorDiv(month(date), length()) * length());
        }
        long origin = unit == Unit.WEEK ? MONDAY : 0;
        return Math.floorDiv(millis - origin, length()) * length() + origin;
    }

    /** The end of the period that contains the time, or the time itself at the start of a period. */
    public long ceil(long millis) {
        long floor = floor(millis);
        if (floor == millis) {
            return millis;
        }
        if (unit.months() > 0) {
            LocalDate date =
                    Instant.ofEpochMilli(floor).atOffset(ZoneOffset.UTC).toLocalDate();
            return startOfMonth(month(date) + length());
        }
        return floor + length();
    }

    /** Milliseconds, or months for a calendar unit. */
    private long length() {
        return amount * (unit.months() > 0 ? unit.months() : unit.millis);
    }

    private static long month(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    private static long startOfMonth(long month) {
        return LocalDate.of((int) Math.floorDiv(month, 12), (int) Math.floorMod(month, 12L) + 1, 1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
