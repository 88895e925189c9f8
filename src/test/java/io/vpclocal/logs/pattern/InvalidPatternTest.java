package io.vpclocal.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How patterns that are not patterns are refused. */
class InvalidPatternTest {

    /**
     * Texts and characters: recorded from AWS by users of it (issue reports and a test suite run against the service).
     * Positions are ours; AWS does not send one.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?Status: timeout             | 7  | Invalid character(s) in term ':'
            email@example.com            | 5  | Invalid character(s) in term '@'
            a-b                          | 1  | Invalid character(s) in term '-'
            a [b]                        | 2  | Invalid character(s) in term '['
            ""                           | 0  | Invalid character(s) in term '""'
            one "two                     | 4  | Invalid character(s) in term '"'
            caf\u00e9                    | 3  | Invalid character(s) in term '?'
            { $."detail-type" = 5* }     | 4  | Invalid character(s) in term '$."'
            { $.a >= "x" }               | 9  | Invalid character(s) in term '"x"'
            { $.a > x }                  | 8  | Invalid character(s) in term 'x'
            {$.a=b && $.c=d              | 0  | If a filter pattern starts with '{' it must end with '}'
            [a, b                        | 0  | If a filter pattern starts with '[' it must end with ']'
            [ip, status_code = 4* && bytes > 1000] | 25 | Invalid filter pattern
            [a = ]                       | 5  | Invalid character(s) in term ']'
            [a; b]                       | 2  | Invalid character(s) in term ';'
            { $.a }                      | 6  | Invalid filter pattern
            { $.a = 1 && }               | 13 | Invalid filter pattern
            { a = 1 }                    | 2  | Invalid filter pattern
            { $.a IS NOT NULL }          | 9  | Invalid filter pattern
            { $.a EXISTS }               | 6  | Invalid filter pattern
            { $.*.* = 1 }                | 2  | Invalid filter pattern
            %something!%                 | 10 | Invalid character(s) in term '!'
            %(a)%                        | 1  | Invalid character(s) in term '('
            %a\\q%                       | 2  | Invalid character(s) in term '\\q'
            %a**%                        | 1  | Invalid filter pattern
            [a=%x%, b=%y%, c=%z%]        | 17 | Invalid filter pattern
            %a% b                        | 4  | Invalid character(s) in term 'b'
            """)
    void invalid_saysWhatAndWhere(String pattern, int position, String message) {
        assertThat(refusal(pattern))
                .satisfies(e -> assertThat(e).hasMessage(message))
                .extracting(InvalidPatternException::position)
                .isEqualTo(position);
    }

    @Test
    void invalid_inTheWordsOfMetricFilters() {
        assertThat(refusal("{ $.a }").metricFilterMessage()).isEqualTo("Invalid metric filter pattern");
        assertThat(refusal("a:b").metricFilterMessage()).isEqualTo("Invalid character(s) in term ':'");
    }

    @Test
    void invalid_positionCountsUtf16Units() {
        assertThat(refusal("\"\uD83D\uDE00\" :").position()).isEqualTo(5);
    }

    @Test
    void invalid_tooDeep() {
        assertThat(refusal("{ " + "(".repeat(500) + "$.a = 1" + ")".repeat(500) + " }"))
                .hasMessage("Invalid filter pattern");
    }

    private static InvalidPatternException refusal(String pattern) {
        try {
            throw new AssertionError("Accepted: " + FilterPattern.parse(pattern));
        } catch (InvalidPatternException e) {
            return e;
        }
    }
}
