package io.vpclocal.identity.policy.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of Date operators: ISO 8601 from the year alone down to nanoseconds, or seconds since 1970.
 *
 * <p>Accepted forms are recorded from {@code CreatePolicy}: years of up to nine digits with a sign, any day from 1 to
 * 31, a lower-case {@code t} or {@code z}, and one-digit hours.
 */
public final class DateValue {

    private static final long FIRST_YEAR = -292_275_054;
    private static final long LAST_YEAR = 292_278_993;

    private DateValue() {}

    /** The instant, or null if the text is not a date. */
    public static @Nullable Instant parse(String text) {
        String date = text.toLowerCase(Locale.ROOT);
        try {
            return date.indexOf('t') >= 0 || date.indexOf('-') >= 0 ? iso(date) : epoch(date);
        } catch (DateTimeException | ArithmeticException | NumberFormatException outOfRange) {
            return null;
        }
    }

    private static Instant epoch(String text) {
        long seconds = number(text, 19, 0, Long.MAX_VALUE);
        return seconds > Instant.MAX.getEpochSecond() ? Instant.MAX : Instant.ofEpochSecond(seconds);
    }

    private static Instant iso(String text) {
        int t = text.indexOf('t');
        LocalDate day = day(t < 0 ? text : text.substring(0, t));
        String time = t < 0 ? "" : text.substring(t + 1);
        int zone = zoneStart(time);
        long offset = zone < 0 ? 0 : offsetSeconds(time.substring(zone));
        String[] parts = (zone < 0 ? time : time.substring(0, zone)).split(":", -1);
        require(parts.length <= 3);
        long seconds = parts[0].isEmpty() ? 0 : number(parts[0], 2, 0, 23) * 3600;
        seconds += parts.length < 2 ? 0 : number(parts[1], 2, 0, 59) * 60;
        Instant instant = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (parts.length == 3) {
            int dot = parts[2].indexOf('.');
            seconds += number(dot < 0 ? parts[2] : parts[2].substring(0, dot), 2, 0, 59);
            instant = dot < 0 ? instant : instant.plusNanos(nanos(parts[2].substring(dot + 1)));
        }
        return instant.plusSeconds(seconds).minusSeconds(offset);
    }

    private static LocalDate day(String text) {
        boolean beforeChrist = text.startsWith("-");
        String[] parts = (beforeChrist ? text.substring(1) : text).split("-", -1);
        require(parts.length <= 3);
        long year = number(parts[0], 9, 0, LAST_YEAR);
        require(!beforeChrist || -year >= FIRST_YEAR);
        long month = parts.length < 2 ? 1 : number(parts[1], 2, 1, 12);
        long day = parts.length < 3 ? 1 : number(parts[2], 2, 1, 31);
        return LocalDate.of((int) (beforeChrist ? -year : year), (int) month, 1).plusDays(day - 1);
    }

    private static int zoneStart(String time) {
        for (int i = 0; i < time.length(); i++) {
            if ("z+-".indexOf(time.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static long offsetSeconds(String zone) {
        if (zone.equals("z")) {
            return 0;
        }
        String[] parts = zone.substring(1).split(":", -1);
        require(parts.length <= 2 && parts[0].length() == 2 && (parts.length == 1 || parts[1].length() == 2));
        long seconds = number(parts[0], 2, 0, 23) * 3600 + (parts.length == 1 ? 0 : number(parts[1], 2, 0, 59) * 60);
        return zone.charAt(0) == '-' ? -seconds : seconds;
    }

    private static long nanos(String fraction) {
        number(fraction, 9, 0, 999_999_999);
        return Long.parseLong((fraction + "00000000").substring(0, 9));
    }

    private static long number(String text, int maxDigits, long least, long most) {
        require(!text.isEmpty() && text.length() <= maxDigits);
        for (int i = 0; i < text.length(); i++) {
            require(text.charAt(i) >= '0' && text.charAt(i) <= '9');
        }
        long value = Long.parseLong(text);
        require(value >= least && value <= most);
        return value;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DateTimeException("Not a date");
        }
    }
}
