package io.vpclocal.start;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * A setting, and which values of it are valid.
 *
 * @param canBeEmpty whether an empty value is the same as none. For numbers, durations and truth values it is wrong: Spring
 *     would ignore it or fail later
 * @param expected the valid values, as the end of the error message "…, but must be"
 */
record Setting<T>(String name, Class<T> type, boolean canBeEmpty, Predicate<T> fits, String expected) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

    /** Longer times would not fit into timestamps. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Sockets count milliseconds as an {@code int}. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    /** @throws UnusableSetting if the value is not valid */
    void check(Environment settings) {
        String text = UnusableSetting.text(settings, name);
        if (text == null) {
            elements(settings).forEach(element -> element.check(settings));
        } else if (!canBeEmpty || !text.isEmpty()) {
            requireValid(text, settings);
        }
    }

    private void requireValid(String text, Environment settings) {
        try {
            T value = settings.getProperty(name, type);
            if (value == null || !fits.test(value)) {
                throw UnusableSetting.wrong(name, text, expected);
            }
        } catch (ConversionException | IllegalArgumentException e) {
            throw UnusableSetting.wrong(name, text, expected);
        }
    }

    /** A list can also be set by one setting for each element. */
    private List<Setting<T>> elements(Environment settings) {
        List<Setting<T>> elements = new ArrayList<>();
        if (type.isArray()) {
            for (String element = element(0); settings.containsProperty(element); element = element(elements.size())) {
                elements.add(new Setting<>(element, type, canBeEmpty, fits, expected));
            }
        }
        return elements;
    }

    private String element(int index) {
        return name + "[" + index + "]";
    }

    static Setting<?> flag(String name) {
        return new Setting<>(name, Boolean.class, false, value -> true, "true or false");
    }

    static Setting<?> number(String name) {
        return new Setting<>(
                name, Integer.class, false, value -> value >= 0, "a number from 0 to " + Integer.MAX_VALUE);
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
                String.class,
                false,
                value -> isDuration(value, least, most),
                "a duration with its unit from " + (least.isZero() ? "0s" : "1ms") + " to " + most.toDays()
                        + "d, such as 90s or PT90S");
    }

    /** Spring reads a number without a unit as milliseconds, where users mean seconds. */
    private static boolean isDuration(String value, Duration least, Duration most) {
        Duration duration = DurationStyle.detectAndParse(value);
        return (duration.isZero() || !NUMBER.matcher(value).matches())
                && duration.compareTo(least) >= 0
                && duration.compareTo(most) <= 0;
    }

    static Setting<?> size(String name, DataSize most) {
        return new Setting<>(
                name,
                DataSize.class,
                false,
                value -> value.toBytes() > 0 && value.compareTo(most) <= 0,
                "a size from 1B to " + most.toGigabytes() + "GB, such as 4MB");
    }

    static Setting<?> word(String name, String... allowed) {
        List<String> words = List.of(allowed);
        String expected = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        return new Setting<>(
                name, String.class, false, value -> words.contains(value.toLowerCase(Locale.ROOT)), expected);
    }

    /** A Region that exists. */
    static Setting<?> region(String name) {
        return new Setting<>(
                name,
                String.class,
                false,
                value -> Regions.load().find(value).isPresent(),
                "the code of a Region, such as us-east-1");
    }

    /** A text with a certain form. */
    static Setting<?> text(String name, Pattern form, String expected) {
        return new Setting<>(
                name, String.class, false, value -> form.matcher(value).matches(), expected);
    }

    /** A list of texts with a certain form, separated by commas. */
    static Setting<?> texts(String name, Pattern form, String expected) {
        return new Setting<>(
                name,
                String[].class,
                true,
                values -> Arrays.stream(values)
                        .allMatch(value -> form.matcher(value).matches()),
                expected);
    }

    static Setting<?> path(String name) {
        return new Setting<>(name, String.class, true, Setting::isPath, "a path");
    }

    /** Any text. Only a placeholder in it that cannot be replaced is wrong. */
    static Setting<?> any(String name) {
        return new Setting<>(name, String.class, true, value -> true, "a text");
    }

    private static boolean isPath(String value) {
        try {
            return !value.isBlank() && !Path.of(value).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
