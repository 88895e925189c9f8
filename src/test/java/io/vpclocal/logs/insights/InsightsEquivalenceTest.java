package io.vpclocal.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Generated pairs of queries with different text and the same meaning. */
class InsightsEquivalenceTest {

    private static final List<String> COMPARISONS = List.of(
            "action = \"ACCEPT\"",
            "action != 'ACCEPT'",
            "dstPort = 22",
            "dstPort > 100",
            "bytes >= 4249",
            "bytes < 1000",
            "protocol in [6, 17]",
            "srcAddr like /172/",
            "interfaceId like 'eni-1'",
            "isPresent(dstPort)",
            "ispresent(nothing)",
            "strlen(@message) > 80");

    private static List<LogRecord> records(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            lines.add("2 123456789010 eni-" + random.nextInt(3) + " 172.31." + random.nextInt(3) + ".9 10.0.0."
                    + random.nextInt(3) + " " + random.nextInt(3) * 20000 + " " + (random.nextBoolean() ? 22 : 443)
                    + (random.nextBoolean() ? " 6 " : " 17 ") + random.nextInt(9) + " " + random.nextInt(3) * 3000
                    + " 1418530010 1418530070 " + (random.nextBoolean() ? "ACCEPT" : "REJECT") + " OK");
        }
        return Logs.of(FieldDiscovery.flowLogs(List.of(Logs.DEFAULT_FORMAT)), lines.toArray(String[]::new));
    }

    private static String condition(Random random, int depth) {
        if (depth == 0) {
            return COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        }
        String left = condition(random, depth - 1);
        String right = condition(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> "(" + left + ") and (" + right + ")";
            case 1 -> "(" + left + ") or (" + right + ")";
            default -> "not (" + left + ")";
        };
    }

    private static List<String> messages(String query, List<LogRecord> records) {
        return List.of(Logs.rows(query, records).split(" / ")).stream()
                .filter(row -> !row.isEmpty())
                .toList();
    }

    @Test
    void consecutiveFiltersEqualOneWithAnd() {
        qt().withExamples(500).forAll(longs().all(), integers().between(0, 2)).checkAssert((seed, depth) -> {
            Random random = new Random(seed);
            List<LogRecord> records = records(random);
            String one = condition(random, depth);
            String other = condition(random, depth);
            String fields = "fields @message, @timestamp ";
            List<String> both = messages(fields + "| filter (" + one + ") and (" + other + ")", records);
            assertThat(messages(fields + "| filter " + one + " | filter " + other, records))
                    .as("%s AND %s", one, other)
                    .isEqualTo(both);
            assertThat(messages(
                            fields + "\n|filter not (not (" + other + ") or not (" + one + ")) # De Morgan", records))
                    .isEqualTo(both);
        });
    }

    @Test
    void conditionAndItsNegationSplitTheRecords() {
        qt().withExamples(500).forAll(longs().all(), integers().between(0, 2)).checkAssert((seed, depth) -> {
            Random random = new Random(seed);
            List<LogRecord> records = records(random);
            String condition = condition(random, depth);
            List<String> all = messages("fields @message, @timestamp", records);
            List<String> yes = messages("fields @message, @timestamp | filter " + condition, records);
            List<String> no = messages("fields @message, @timestamp | filter not (" + condition + ")", records);
            List<String> together = new ArrayList<>(yes);
            together.addAll(no);
            assertThat(together).as(condition).containsExactlyInAnyOrderElementsOf(all);
        });
    }

    @Test
    void groupsCountEveryRecordOnce() {
        qt().withExamples(300).forAll(longs().all()).checkAssert(seed -> {
            List<LogRecord> records = records(new Random(seed));
            int counted = messages("stats count(*) as n by dstPort, action", records).stream()
                    .mapToInt(row -> Integer.parseInt(row.substring(row.lastIndexOf('=') + 1)))
                    .sum();
            assertThat(counted).isEqualTo(records.size());
            assertThat(Logs.rows("stats sum(bytes) as s, avg(bytes) * count(bytes) as t", records)
                            .replaceAll("[st]=", "")
                            .split(" "))
                    .satisfies(sums -> assertThat(Double.parseDouble(sums[0]))
                            .isEqualTo(Double.parseDouble(sums[1]), offset(0.01)));
        });
    }

    @Test
    void descendingSortIsTheReverse_andLimitIsItsStart() {
        qt().withExamples(300).forAll(longs().all(), integers().between(1, 5)).checkAssert((seed, limit) -> {
            List<LogRecord> records = records(new Random(seed));
            String fields = "fields @timestamp ";
            List<String> up = messages(fields + "| sort @timestamp asc", records);
            List<String> down = new ArrayList<>(messages(fields + "| sort @timestamp desc", records));
            assertThat(messages(fields + "| sort @timestamp desc | limit " + limit, records))
                    .isEqualTo(down.subList(0, Math.min(limit, down.size())));
            Collections.reverse(down);
            assertThat(down).isEqualTo(up);
        });
    }

    @Test
    void parseEqualsDiscoveredFields() {
        qt().withExamples(300).forAll(longs().all()).checkAssert(seed -> {
            List<LogRecord> records = records(new Random(seed));
            String found = messages("fields interfaceId as i, action as a", records).stream()
                    .collect(Collectors.joining("\n"));
            String parsed = messages(
                            "parse @message '* * * * * * * * * * * * * *' as v, acc, i, s, d, sp, dp, p, pk, b, st, e, a, l"
                                    + " | display i, a",
                            records)
                    .stream()
                    .collect(Collectors.joining("\n"));
            assertThat(parsed).isEqualTo(found);
        });
    }
}
