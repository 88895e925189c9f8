package io.vpclocal.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import io.vpclocal.logs.insights.value.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class InsightsPropertyTest {

    private static final Gen<String> FRAGMENT = pick(List.of(
            "fields ",
            "display ",
            "filter ",
            "stats ",
            "sort ",
            "limit ",
            "parse ",
            "dedup ",
            "unnest ",
            " as ",
            " by ",
            " and ",
            " not ",
            " in ",
            " like ",
            "|",
            "(",
            ")",
            "[",
            "]",
            ",",
            "=",
            "=~",
            "*",
            "/",
            "-",
            "^",
            "'",
            "\"",
            "`",
            "#",
            "\n",
            "@message",
            "@timestamp",
            "bytes",
            "a.b",
            "5m",
            "12",
            "1e9",
            "/x/",
            "'a*b'",
            "count(*)",
            "sum(bytes)",
            "bin(5m)",
            "strlen(@message)",
            "jsonParse(@message)",
            "asc",
            "\u00e9",
            "\uD83D\uDE00"));

    @Test
    void anyText_compilesOrReportsAPosition() {
        qt().withExamples(1000)
                .forAll(strings().allPossible().ofLengthBetween(0, 40))
                .checkAssert(InsightsPropertyTest::compilesOrRefuses);
    }

    @Test
    void anyFragments_compileOrReportAPosition() {
        qt().withExamples(4000)
                .forAll(lists().of(FRAGMENT).ofSizeBetween(0, 12).map(parts -> String.join("", parts)))
                .checkAssert(InsightsPropertyTest::compilesOrRefuses);
    }

    @Test
    void anyExpression_runs() {
        Gen<String> operand = pick(List.of("bytes", "srcAddr", "@message", "@timestamp", "none", "3", "'x'", "5m"));
        Gen<String> operator = pick(List.of("+", "/", "^", "%", "=", "!=", "<", "and", "or", "like"));
        qt().withExamples(1500)
                .forAll(operand, operator, operand, operator)
                .checkAssert((left, first, right, second) -> compilesOrRefuses(
                        "fields " + left + " " + first + " " + right + " as x | filter x " + second + " " + right));
    }

    private static void compilesOrRefuses(String query) {
        try {
            Logs.run(query, Logs.flows());
        } catch (MalformedQueryException e) {
            assertThat(e.startCharOffset()).isBetween(0, query.length());
            assertThat(e.endCharOffset()).isBetween(e.startCharOffset(), query.length());
        } catch (NotEmulatedException e) {
            // The text of a subquery can arise by chance.
            assertThat(query).containsPattern("in\\s*\\(");
        }
    }

    @Test
    void aListThatIsNotFinishedIsNoSubquery() {
        assertThatThrownBy(() -> Logs.run("fields a in (", Logs.flows())).isInstanceOf(MalformedQueryException.class);
    }

    @Test
    void deepNesting_isRejectedNotOverflowed() {
        for (String query : List.of(
                "filter " + "(".repeat(4000) + "a" + ")".repeat(4000),
                "filter " + "not ".repeat(2400) + "a",
                "filter " + "- ".repeat(4900) + "a",
                "filter a" + "+a".repeat(4900),
                "filter a" + "[1]".repeat(3300),
                "fields " + "abs(".repeat(1500) + "a" + ")".repeat(1500))) {
            compilesOrRefuses(query);
        }
    }

    @Test
    void naturalOrder_isAnOrder() {
        Gen<String> text =
                pick(List.of("", "a", "A1", "a10", "a9", "07", "7", "7.0", "-3", "1e1", "!", "0x", "9a", "@"));
        qt().withExamples(1500).forAll(text, text, text).checkAssert((a, b, c) -> {
            Comparator<Object> order = NaturalOrder.INSTANCE::compare;
            assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
            if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
                assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
            }
        });
    }

    @Test
    void limit_takesTheTopOfAFullSort() {
        qt().withExamples(200)
                .forAll(
                        lists().of(integers().between(0, 50)).ofSizeBetween(0, 60),
                        integers().between(1, 20))
                .checkAssert((numbers, limit) -> {
                    List<LogRecord> records = Logs.text(
                            numbers.stream().map(n -> "{\"n\":" + n + "}").toArray(String[]::new));
                    List<List<QueryResult.Field>> all =
                            Logs.run("fields n | sort n desc", records).rows();
                    assertThat(Logs.run("fields n | sort n desc | limit " + limit, records)
                                    .rows())
                            .isEqualTo(new ArrayList<>(all.subList(0, Math.min(limit, all.size()))));
                });
    }

    @Test
    void ipAddress_parsesGroups() {
        qt().forAll(longs().all(), longs().all()).checkAssert((high, low) -> {
            String digits = String.format("%016x%016x", high, low);
            String groups = digits.replaceAll("(....)(?=.)", "$1:");
            assertThat(IpAddress.parse(groups)).isEqualTo(new IpAddress(high, low, false));
        });
    }
}
