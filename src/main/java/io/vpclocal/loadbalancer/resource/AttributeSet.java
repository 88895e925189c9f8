package io.vpclocal.loadbalancer.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The attributes of one kind of resource, with AWS's defaults and the valid values. */
public final class AttributeSet {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private record Rule(String initial, Predicate<String> allowed) {}

    /** An attribute that is {@code true} or {@code false}. */
    public AttributeSet flag(String key, boolean initial) {
        return choice(key, String.valueOf(initial), "true", "false");
    }

    /** An attribute that has one of a few values. */
    public AttributeSet choice(String key, String initial, String... values) {
        return add(key, initial, List.of(values)::contains);
    }

    public AttributeSet number(String key, int initial, int least, int most) {
        return add(key, String.valueOf(initial), value -> within(value, least, most));
    }

    /** A number, or {@code off}. */
    public AttributeSet numberOrOff(String key, String initial, int least, int most) {
        return add(key, initial, value -> value.equals("off") || within(value, least, most));
    }

    public AttributeSet text(String key) {
        return add(key, "", value -> true);
    }

    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        rules.forEach((key, rule) -> defaults.put(key, rule.initial()));
        return defaults;
    }

    public boolean has(String key) {
        return rules.containsKey(key);
    }

    /** @throws IllegalArgumentException if the key is not in this set */
    public boolean allows(String key, String value) {
        Rule rule = rules.get(key);
        if (rule == null) {
            throw new IllegalArgumentException(key);
        }
        return rule.allowed().test(value);
    }

    /** An attribute whose values a rule decides. */
    public AttributeSet add(String key, String initial, Predicate<String> allowed) {
        rules.put(key, new Rule(initial, allowed));
        return this;
    }

    private static boolean within(String value, int least, int most) {
        return NUMBER.matcher(value).matches() && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
