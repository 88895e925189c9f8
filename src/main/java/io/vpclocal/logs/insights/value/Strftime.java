package io.vpclocal.logs.insights.value;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Formats a time by the percent directives of the C library. */
public final class Strftime {

    private static final Map<Character, DateTimeFormatter> DIRECTIVES = Map.ofEntries(
            directive('Y', "uuuu"),
            directive('y', "uu"),
            directive('m', "MM"),
            directive('d', "dd"),
            directive('e', "ppd"),
            directive('H', "HH"),
            directive('I', "hh"),
            directive('k', "ppH"),
            directive('l', "pph"),
            directive('M', "mm"),
            directive('S', "ss"),
            directive('L', "SSS"),
            directive('f', "SSSSSS"),
            directive('p', "a"),
            directive('a', "EEE"),
            directive('A', "EEEE"),
            directive('b', "MMM"),
            directive('h', "MMM"),
            directive('B', "MMMM"),
            directive('G', "YYYY"),
            directive('V', "ww"),
            directive('j', "DDD"),
            directive('u', "e"),
            directive('Z', "zzz"),
            directive('z', "xx"),
            directive('F', "uuuu-MM-dd"),
            directive('T', "HH:mm:ss"),
            directive('R', "HH:mm"),
            directive('D', "MM/dd/uu"));

    private Strftime() {}

    private static Map.Entry<Character, DateTimeFormatter> directive(char letter, String pattern) {
        // The United Kingdom counts weekdays from Monday, as %u does, and has English names of days and months.
        return Map.entry(letter, DateTimeFormatter.ofPattern(pattern, Locale.UK));
    }

    /** An unknown directive stays unchanged. */
    public static String format(ZonedDateTime time, String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char letter = format.charAt(++i);
            DateTimeFormatter directive = DIRECTIVES.get(letter);
            switch (letter) {
                case '%' -> out.append('%');
                case 's' -> out.append(time.toEpochSecond());
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                default -> out.append(directive == null ? "%" + letter : directive.format(time));
            }
        }
        return out.toString();
    }
}
