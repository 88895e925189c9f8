package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.value.DateValue;
import io.vpclocal.identity.policy.value.IpRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares one value of a request with the values of a condition, as the positive operator does. A value of the wrong
 * type matches nothing, so it satisfies the negated operator (recorded from AWS).
 */
interface ValueTest {

    /** True if any of the condition's values matches. */
    boolean test(String value, RequestContext request);

    /** Adds the names of policy variables in the condition's values. */
    default void collectKeys(Set<String> keys) {}

    /** The test of an operator of that family, {@link ConditionOperator.Family#NULL} excepted. */
    static ValueTest of(ConditionOperator.Base base, List<String> values, boolean variables) {
        return switch (base.family()) {
            case STRING -> Strings.of(values, variables, false, false);
            case STRING_IGNORING_CASE -> Strings.of(values, variables, false, true);
            case STRING_PATTERN -> Strings.of(values, variables, true, false);
            case BOOL -> Strings.of(values, variables, false, true);
            case NUMBER -> new Ordered<>(NumberValue::parse, values, base.order());
            case DATE -> new Ordered<>(DateValue::parse, values, base.order());
            case BINARY -> new Binaries(values);
            case IP -> new Addresses(values);
            case ARN ->
                new Arns(values.stream()
                        .map(value -> ArnPattern.condition(value, variables))
                        .toList());
            case NULL -> throw new IllegalArgumentException("The Null operator has no value test");
        };
    }

    /** Strings, exact or with wildcards, with or without case. */
    record Strings(List<Template> templates, @Nullable Set<String> constants, boolean ignoreCase) implements ValueTest {

        static Strings of(List<String> values, boolean variables, boolean wildcards, boolean ignoreCase) {
            List<Template> templates = values.stream()
                    .map(value -> Template.of(value, wildcards, variables))
                    .toList();
            boolean fixed = !wildcards && !ignoreCase && templates.stream().allMatch(t -> t.constant() != null);
            Set<String> constants = fixed
                    ? Set.copyOf(templates.stream()
                            .map(t -> new String(Objects.requireNonNull(t.constant())))
                            .toList())
                    : null;
            return new Strings(templates, constants, ignoreCase);
        }

        @Override
        public boolean test(String value, RequestContext request) {
            if (constants != null) {
                return constants.contains(value);
            }
            for (int i = 0; i < templates.size(); i++) {
                if (fits(templates.get(i), value, request)) {
                    return true;
                }
            }
            return false;
        }

        private boolean fits(Template template, String value, RequestContext request) {
            if (!ignoreCase) {
                return template.matches(value, 0, value.length(), request);
            }
            char[] expected = template.expand(request);
            return expected != null && value.equalsIgnoreCase(new String(expected));
        }

        @Override
        public void collectKeys(Set<String> keys) {
            templates.forEach(template -> template.collectKeys(keys));
        }
    }

    /** Numbers and dates. Condition values that cannot be parsed match nothing. */
    final class Ordered<T extends Comparable<T>> implements ValueTest {

        private final Parser<T> parser;
        private final List<T> expected;
        private final ConditionOperator.Order order;

        Ordered(Parser<T> parser, List<String> values, ConditionOperator.Order order) {
            this.parser = parser;
            this.expected = Readable.all(values, parser);
            this.order = order;
        }

        @Override
        public boolean test(String value, RequestContext request) {
            T actual = parser.parse(value);
            if (actual == null) {
                return false;
            }
            for (T limit : expected) {
                if (order.holds(actual.compareTo(limit))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Base64 values, compared as bytes. */
    final class Binaries implements ValueTest {

        private final List<byte[]> expected;

        Binaries(List<String> values) {
            this.expected = Readable.all(values, Binaries::decode);
        }

        @Override
        public boolean test(String value, RequestContext request) {
            byte[] actual = decode(value);
            if (actual == null) {
                return false;
            }
            return expected.stream().anyMatch(bytes -> Arrays.equals(bytes, actual));
        }

        private static byte @Nullable [] decode(String text) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException notBase64) {
                return null;
            }
        }
    }

    /** IP addresses in ranges. */
    final class Addresses implements ValueTest {

        private final List<IpRange> ranges;

        Addresses(List<String> values) {
            this.ranges = Readable.all(values, IpRange::parse);
        }

        @Override
        public boolean test(String value, RequestContext request) {
            IpRange address = IpRange.parseAddress(value);
            if (address == null) {
                return false;
            }
            for (int i = 0; i < ranges.size(); i++) {
                if (ranges.get(i).contains(address)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** ARNs, segment by segment. */
    record Arns(List<ArnPattern> patterns) implements ValueTest {

        @Override
        public boolean test(String value, RequestContext request) {
            ArnPattern.Arn arn = new ArnPattern.Arn(value);
            for (int i = 0; i < patterns.size(); i++) {
                if (patterns.get(i).matches(arn, request)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void collectKeys(Set<String> keys) {
            patterns.forEach(pattern -> pattern.collectKeys(keys));
        }
    }

    /** Parses text, or returns null if it is not of the type. */
    interface Parser<T> {
        @Nullable
        T parse(String text);
    }

    /** The values that a parser accepts. */
    final class Readable {

        private Readable() {}

        static <T> List<T> all(List<String> values, Parser<T> parser) {
            List<T> readable = new ArrayList<>();
            for (String value : values) {
                T parsed = parser.parse(value);
                if (parsed != null) {
                    readable.add(parsed);
                }
            }
            return List.copyOf(readable);
        }
    }
}
