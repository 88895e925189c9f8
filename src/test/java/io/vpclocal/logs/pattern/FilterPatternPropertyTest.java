package io.vpclocal.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class FilterPatternPropertyTest {

    private static final Gen<String> WORD = pick(List.of("a", "b", "ab", "6", "443", "44", "-", "REJECT", "10.0.2.7"));

    private static final Gen<String> FRAGMENT = pick(List.of(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "$",
            ".",
            "*",
            "...",
            ",",
            "\"",
            "%",
            "-",
            "?",
            "&&",
            "||",
            "=",
            "!=",
            "<",
            ">=",
            " ",
            "a",
            "b1",
            "12",
            "1e5",
            "\\",
            "'",
            "IS",
            "NOT",
            "EXISTS",
            "NULL",
            "{ $.a = ",
            "[a, b = ",
            "\u00e9",
            "\uD83D\uDE00",
            "\n",
            "{,3}",
            "\\x4"));

    @Test
    void anyText_parsesOrReportsAPosition() {
        qt().withExamples(3000)
                .forAll(strings().allPossible().ofLengthBetween(0, 40))
                .checkAssert(FilterPatternPropertyTest::parsesOrRefuses);
    }

    @Test
    void anyFragments_parseOrReportAPosition() {
        qt().withExamples(20000)
                .forAll(lists().of(FRAGMENT).ofSizeBetween(0, 14).map(parts -> String.join("", parts)))
                .checkAssert(FilterPatternPropertyTest::parsesOrRefuses);
    }

    private static void parsesOrRefuses(String text) {
        try {
            FilterPattern pattern = FilterPattern.parse(text);
            pattern.matches("a b1 12 [x y] \"z\"");
            pattern.extract("{\"a\": 12, \"b1\": [null, {\"a\": true}]}");
        } catch (InvalidPatternException e) {
            assertThat(e.position()).isBetween(0, text.length());
            assertThat(e).hasMessageMatching("(?s)(Invalid|If a) .+");
        }
    }

    /** Compares the compiled matcher with a naive one that splits the line and checks each field. */
    @Test
    void fields_agreeWithSplitting() {
        Gen<List<String>> words = lists().of(WORD).ofSizeBetween(1, 8);
        qt().withExamples(5000)
                .forAll(words, words, integers().between(0, 7), integers().between(0, 3))
                .checkAssert((line, wanted, conditioned, operator) -> {
                    String[] slots = new String[wanted.size()];
                    for (int i = 0; i < slots.length; i++) {
                        boolean condition = i % 8 == conditioned;
                        slots[i] = "f" + i + (condition ? operator(operator) + "\"" + wanted.get(i) + "\"" : "");
                    }
                    String pattern = "[" + String.join(",", slots) + "]";
                    assertThat(FilterPattern.parse(pattern).matches(String.join(" ", line)))
                            .as("%s on %s", pattern, line)
                            .isEqualTo(naive(line, wanted, conditioned, operator(operator)));
                });
    }

    private static String operator(int choice) {
        return choice == 0 ? "!=" : "=";
    }

    private static boolean naive(List<String> line, List<String> wanted, int conditioned, String operator) {
        int slots = wanted.size();
        boolean open = (slots - 1) % 8 != conditioned;
        if (line.size() < slots || (line.size() > slots && !open)) {
            return false;
        }
        for (int i = 0; i < slots; i++) {
            if (i % 8 == conditioned && wanted.get(i).equals(line.get(i)) != operator.equals("=")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void ellipsis_findsTheRunAnywhere() {
        qt().withExamples(5000)
                .forAll(lists().of(WORD).ofSizeBetween(1, 9), lists().of(WORD).ofSizeBetween(1, 3))
                .checkAssert((line, run) -> {
                    String slots = String.join(
                            ",", run.stream().map(w -> "f=\"" + w + "\"").toList());
                    String text = String.join(" ", line);
                    int at = Collections.indexOfSubList(line, run);
                    boolean atEnd = line.size() >= run.size()
                            && line.subList(line.size() - run.size(), line.size())
                                    .equals(run);
                    assertThat(FilterPattern.parse("[..., " + slots + ", ...]").matches(text))
                            .isEqualTo(at >= 0);
                    assertThat(FilterPattern.parse("[..., " + slots + "]").matches(text))
                            .isEqualTo(atEnd);
                    assertThat(FilterPattern.parse("[" + slots + ", ...]").matches(text))
                            .isEqualTo(at == 0);
                });
    }

    @Test
    void terms_agreeWithContains() {
        qt().withExamples(5000)
                .forAll(
                        lists().of(WORD).ofSizeBetween(0, 3),
                        lists().of(WORD).ofSizeBetween(0, 2),
                        lists().of(WORD).ofSizeBetween(0, 3),
                        lists().of(WORD).ofSizeBetween(0, 6))
                .checkAssert((required, excluded, optional, line) -> {
                    String message = String.join(" ", line);
                    StringBuilder pattern = new StringBuilder();
                    required.forEach(w -> pattern.append(" \"").append(w).append('"'));
                    excluded.forEach(w -> pattern.append(" -\"").append(w).append('"'));
                    optional.forEach(w -> pattern.append(" ?\"").append(w).append('"'));
                    boolean expected = required.stream().allMatch(message::contains)
                            && excluded.stream().noneMatch(message::contains)
                            && (!required.isEmpty()
                                    || !excluded.isEmpty()
                                    || optional.isEmpty()
                                    || optional.stream().anyMatch(message::contains));
                    assertThat(FilterPattern.parse(pattern.toString()).matches(message))
                            .isEqualTo(expected);
                });
    }

    @Test
    void extract_returnsEveryField() {
        qt().forAll(lists().of(WORD).ofSizeBetween(1, 12)).checkAssert(line -> {
            Map<String, String> values = FilterPattern.parse("[]").extract(String.join(" ", line));
            assertThat(values.values()).containsExactlyElementsOf(line);
            assertThat(values.keySet())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, line.size())
                            .mapToObj(i -> "$" + i)
                            .toList());
        });
    }
}
