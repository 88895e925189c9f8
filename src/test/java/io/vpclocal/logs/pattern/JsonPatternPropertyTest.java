package io.vpclocal.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares generated conditions, written as JSON patterns, with an evaluator that does not parse text. */
class JsonPatternPropertyTest {

    private static final List<String> FIELDS = List.of("a", "b", "c");
    private static final List<String> WORDS = List.of("x", "xy", "REJECT");

    /** A condition: a comparison of a field, or two combined conditions. */
    private sealed interface Condition {

        boolean holds(Map<String, Object> event);

        /** @param spaced whether to add optional spaces and parentheses */
        String text(boolean spaced);
    }

    private record Number(String field, String operator, int value) implements Condition {

        @Override
        public boolean holds(Map<String, Object> event) {
            if (!(event.get(field) instanceof Integer actual)) {
                // UNVERIFIED: a text that is not a number is not equal to a number.
                return operator.equals("!=") && event.containsKey(field);
            }
            return switch (operator) {
                case "=" -> actual == value;
                case "!=" -> actual != value;
                case "<" -> actual < value;
                case "<=" -> actual <= value;
                case ">" -> actual > value;
                default -> actual >= value;
            };
        }

        @Override
        public String text(boolean spaced) {
            String space = spaced ? "  " : " ";
            return "$." + field + space + operator + space + value;
        }
    }

    private record Word(String field, String value, boolean begins) implements Condition {

        @Override
        public boolean holds(Map<String, Object> event) {
            return event.get(field) instanceof String actual
                    && (begins ? actual.startsWith(value) : actual.equals(value));
        }

        @Override
        public String text(boolean spaced) {
            String text = begins ? value + "*" : value;
            return "$." + field + " = " + (spaced ? "\"" + text + "\"" : text);
        }
    }

    private record Both(Condition left, Condition right) implements Condition {

        @Override
        public boolean holds(Map<String, Object> event) {
            return left.holds(event) && right.holds(event);
        }

        @Override
        public String text(boolean spaced) {
            return "(" + left.text(spaced) + ") && (" + right.text(spaced) + ")";
        }
    }

    private record Either(Condition left, Condition right) implements Condition {

        @Override
        public boolean holds(Map<String, Object> event) {
            return left.holds(event) || right.holds(event);
        }

        @Override
        public String text(boolean spaced) {
            return "(" + left.text(spaced) + ")" + (spaced ? "  ||  " : " || ") + "(" + right.text(spaced) + ")";
        }
    }

    private static Condition condition(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 4);
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        return switch (kind) {
            case 0 ->
                new Number(field, List.of("=", "!=", "<", "<=", ">", ">=").get(random.nextInt(6)), random.nextInt(3));
            case 1 -> new Word(field, WORDS.get(random.nextInt(WORDS.size())), random.nextBoolean());
            case 2 -> new Both(condition(random, depth - 1), condition(random, depth - 1));
            default -> new Either(condition(random, depth - 1), condition(random, depth - 1));
        };
    }

    private static Map<String, Object> event(Random random) {
        Map<String, Object> event = new TreeMap<>();
        for (String field : FIELDS) {
            if (random.nextInt(4) > 0) {
                event.put(field, random.nextBoolean() ? random.nextInt(3) : WORDS.get(random.nextInt(WORDS.size())));
            }
        }
        return event;
    }

    private static String json(Map<String, Object> event) {
        return event.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":"
                        + (member.getValue() instanceof String text ? "\"" + text + "\"" : member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void conditionIsEvaluated_withAnySpacing() {
        qt().withExamples(2_000).forAll(longs().all(), integers().between(0, 3)).checkAssert((seed, depth) -> {
            Random random = new Random(seed);
            Condition condition = condition(random, depth);
            FilterPattern plain = FilterPattern.parse("{ " + condition.text(false) + " }");
            FilterPattern spaced = FilterPattern.parse("{(" + condition.text(true) + ")}");
            for (int i = 0; i < 8; i++) {
                Map<String, Object> event = event(random);
                String message = json(event);
                assertThat(plain.matches(message))
                        .as("%s on %s", condition.text(false), message)
                        .isEqualTo(condition.holds(event));
                assertThat(spaced.matches(message)).isEqualTo(condition.holds(event));
            }
        });
    }

    @Test
    void theOrderOfConditionsDoesNotMatter() {
        qt().withExamples(500).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            Condition one = condition(random, 1);
            Condition other = condition(random, 1);
            String message = json(event(random));
            assertThat(matches(new Both(one, other), message)).isEqualTo(matches(new Both(other, one), message));
            assertThat(matches(new Either(one, other), message)).isEqualTo(matches(new Either(other, one), message));
        });
    }

    private static boolean matches(Condition condition, String message) {
        return FilterPattern.parse("{ " + condition.text(false) + " }").matches(message);
    }
}
