package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.vpclocal.identity.policy.value.Glob;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class GlobTest {

    private static char[] pattern(String text) {
        return Objects.requireNonNull(Template.of(text, true, false).constant());
    }

    @ParameterizedTest
    @CsvSource({
        "'',  '',     true",
        "'',  a,      false",
        "*,   '',     true",
        "*,   abc,    true",
        "?,   '',     false",
        "?,   a,      true",
        "?,   ab,     false",
        "a*c, ac,     true",
        "a*c, abbbc,  true",
        "a*c, abbbd,  false",
        "a?c, abc,    true",
        "a?c, ac,     false",
        "*a*, bab,    true",
        "**a, bba,    true",
        "*ab*abc, abxababc, true",
        "Abc, abc,    false",
    })
    void wildcards_match_as_documented(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern(pattern), text)).isEqualTo(matches);
    }

    @Test
    void agrees_with_a_naive_matcher() {
        qt().withExamples(20_000)
                .forAll(texts("ab*?", 8), texts("ab", 10))
                .check((pattern, text) -> Glob.matches(pattern(pattern), text) == naive(pattern, 0, text, 0));
    }

    @Test
    void agrees_with_a_naive_matcher_beyond_the_point_where_going_back_is_given_up() {
        String run = "a".repeat(200);
        qt().withExamples(500)
                .forAll(texts("ab?*", 6), texts("ab", 3), integers().between(40, 130))
                .check((piece, tail, length) -> {
                    String pattern = "*" + "a".repeat(length) + piece;
                    String text = run + "b" + run + tail;
                    return Glob.matches(pattern(pattern), text) == text.matches(asRegex(pattern));
                });
    }

    @Test
    void hostile_patterns_end() {
        String text = "a".repeat(100_000);
        assertThat(Glob.matches(pattern("*" + "a".repeat(50_000) + "b"), text)).isFalse();
        assertThat(Glob.matches(pattern("*a?".repeat(10_000) + "b"), text)).isFalse();
        assertThat(Glob.matches(pattern("*" + "?a".repeat(5_000)), text)).isTrue();
    }

    private static Gen<String> texts(String alphabet, int maxLength) {
        return lists().of(integers().between(0, alphabet.length() - 1))
                .ofSizeBetween(0, maxLength)
                .map(list ->
                        list.stream().map(i -> alphabet.substring(i, i + 1)).collect(Collectors.joining()));
    }

    private static String asRegex(String pattern) {
        return pattern.replaceAll("\\*+", ".*").replace("?", ".");
    }

    private static boolean naive(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        char c = pattern.charAt(p);
        if (c == '*') {
            return naive(pattern, p + 1, text, t) || t < text.length() && naive(pattern, p, text, t + 1);
        }
        return t < text.length() && (c == '?' || c == text.charAt(t)) && naive(pattern, p + 1, text, t + 1);
    }
}
