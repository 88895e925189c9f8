package io.vpclocal.loadbalancer.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attributes of one kind of resource, with AWS's defaults, the valid values, and the texts about others (recorded). */
public final class AttributeSet {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /**
     * @param number whether it is a number
     * @param problem the text about an invalid value, of the key and the value
     */
    private record Rule(
            String initial, boolean number, Predicate<String> allowed, BiFunction<String, String, String> problem) {}

    /** An attribute that is {@code true} or {@code false}. */
    public AttributeSet flag(String key, boolean initial) {
        return add(
                key,
                String.valueOf(initial),
                List.of("true", "false")::contains,
                (name, value) -> "The value of '" + name + "' must be 'true' or 'false', but was '" + value + "'");
    }

    /** An attribute that has one of a few values. */
    public AttributeSet choice(String key, String initial, String... values) {
        return add(
                key,
                initial,
                List.of(values)::contains,
                (name, value) -> "'" + value + "' must be one of " + List.of(values));
    }

    public AttributeSet number(String key, int initial, int least, int most) {
        return number(
                key,
                initial,
                least,
                most,
                (name, value) ->
                        "'" + name + "' value '" + value + "' must be between '" + least + "-" + most + "' inclusive");
    }

    /** @param problem the text about an invalid value, of the key and the value */
    public AttributeSet number(
            String key, int initial, int least, int most, BiFunction<String, String, String> problem) {
        rules.put(key, new Rule(String.valueOf(initial), true, value -> within(value, least, most), problem));
        return this;
    }

    /** A number, or {@code off}. */
    public AttributeSet numberOrOff(String key, String initial, int least, int most) {
        return add(
                key,
                initial,
                value -> value.equals("off") || within(value, least, most),
                (name, value) -> "The value of '" + name + "' must be 'off' or a positive integer");
    }

    /** A percentage of at least 1, or {@code off}. */
    public AttributeSet percentageOrOff(String key) {
        return add(
                key,
                "off",
                value -> value.equals("off") || within(value, 1, 100),
                (name, value) -> value.matches("[1-9]\\d*")
                        ? "'" + name + "' must be 'off' or an integer from 1 to 100 inclusive"
                        : "The value of '" + name + "' must be 'off' or a positive integer");
    }

    public AttributeSet text(String key) {
        return add(key, "", value -> true, (name, value) -> "");
    }

    /**
     * An attribute whose values a rule decides.
     *
     * @param problem the text about an invalid value, of the key and the value
     */
    public AttributeSet add(
            String key, String initial, Predicate<String> allowed, BiFunction<String, String, String> problem) {
        rules.put(key, new Rule(initial, false, allowed, problem));
        return this;
    }

    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        rules.forEach((key, rule) -> defaults.put(key, rule.initial()));
        return defaults;
    }

    public boolean has(String key) {
        return rules.containsKey(key);
    }

    /** The default of a number. Null for other attributes. */
    public @Nullable String initialNumber(String key) {
        return rule(key).number() ? rule(key).initial() : null;
    }

    /** The text about a value that is not valid, or null. */
    public @Nullable String problemOf(String key, String value) {
        Rule rule = rule(key);
        return rule.allowed().test(value) ? null : rule.problem().apply(key, value);
    }

    private Rule rule(String key) {
        Rule rule = rules.get(key);
        if (rule == null) {
            throw new IllegalArgumentException(key);
        }
        return rule;
    }

    private static boolean within(String value, int least, int most) {
        return NUMBER.matcher(value).matches() && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
