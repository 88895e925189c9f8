package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * A setting of which only some values are valid.
 *
 * @param expected the valid values, as the end of the error message "…, but must be"
 */
record Setting<T>(String name, Class<T> type, Predicate<T> fits, String expected) {

    /** Longer times would not fit into timestamps. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Sockets count milliseconds as an {@code int}. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    /**
     * An empty value is wrong too: Spring has no number, duration or truth value for it, and would ignore it or fail later.
     */
    void check(Environment settings) {
        String text = settings.getProperty(name);
        if (text == null) {
            return;
        }
        try {
            T value = settings.getProperty(name, type);
            if (value == null || text.isBlank() || !fits.test(value)) {
                throw UnusableSetting.wrong(name, text, expected);
            }
        } catch (ConversionException | IllegalArgumentException e) {
            throw UnusableSetting.wrong(name, text, expected);
        }
    }

    static Setting<?> flag(String name) {
        return new Setting<>(name, Boolean.class, value -> true, "true or false");
    }

    static Setting<?> number(String name) {
        return new Setting<>(name, Integer.class, value -> value >= 0, "a number from 0 to " + Integer.MAX_VALUE);
    }

    static Setting<?> duration(String name, Duration least) {
        return duration(name, least, LONGEST);
    }

    static Setting<?> timeout(String name) {
        return duration(name, Duration.ofMillis(1), LONGEST_TIMEOUT);
    }

    private static Setting<?> duration(String name, Duration least, Duration most) {
        return new Setting<>(
                name,
                Duration.class,
                value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "a duration from " + (least.isZero() ? "0s" : "1ms") + " to " + most.toDays()
                        + "d, such as 90s or PT90S");
    }

    static Setting<?> size(String name, DataSize most) {
        return new Setting<>(
                name,
                DataSize.class,
                value -> value.toBytes() > 0 && value.compareTo(most) <= 0,
                "a size from 1B to " + most.toGigabytes() + "GB, such as 4MB");
    }

    static Setting<?> word(String name, String... allowed) {
        List<String> words = List.of(allowed);
        String expected = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        return new Setting<>(name, String.class, value -> words.contains(value.toLowerCase(Locale.ROOT)), expected);
    }
}
