package io.vpclocal.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries that are malformed, and parts of queries that are not emulated. */
class InsightsRefusalTest {

    /** Texts: recorded from AWS by its users. Offsets: as the fields of the error are documented. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            `` ; 0 ; 0 ; unexpected symbol found <EOF> at line 1 and position 0
            bad ; 0 ; 3 ; unexpected symbol found bad at line 1 and position 0
            fields @timestamp | count() ; 20 ; 25 ; unexpected symbol found count at line 1 and position 20
            filter @message like /x/i ; 24 ; 25 ; unexpected symbol found i at line 1 and position 24
            fields @message | ; 17 ; 17 ; unexpected symbol found <EOF> at line 1 and position 17
            dedup a | sort b ; 10 ; 14 ; unexpected symbol found sort at line 1 and position 10
            limit 5 | stats count(*) ; 10 ; 15 ; unexpected symbol found stats at line 1 and position 10
            stats count(*) by bin(5x) ; 22 ; 24 ; unexpected symbol found 5x at line 1 and position 22
            filter nosuch(a) ; 7 ; 16 ; Unknown function: nosuch
            filter strlen() ; 7 ; 15 ; Invalid arguments for function strlen : 0
            stats sum(*) ; 6 ; 12 ; Invalid arguments for function sum : 1
            filter count(*) > 1 ; 7 ; 15 ; Aggregation function count can only be used in the stats command
            stats bytes ; 6 ; 11 ; The stats command needs an aggregation function: bytes
            fields 1 as a, 2 as a ; 20 ; 21 ; Ephemeral field is already defined: a
            parse "* *" as a ; 0 ; 16 ; The number of wildcards, 2, is not the number of fields, 1
            parse @message /x/ ; 0 ; 18 ; The regular expression does not have a group for every field
            filter a like /(/ ; 14 ; 17 ; Invalid regular expression: missing closing )
            stats count(*) as n by a | filter b > 1 ; 34 ; 35 ; Invalid reference to field b, which stats does not pass on
            stats count(*) by a | stats count(*) by bin(1m) ; 40 ; 47 ; Invalid reference to field @timestamp, which stats does not pass on
            limit 100001 ; 0 ; 12 ; The limit must be between 1 and 100000: 100001
            """)
    void malformed_saysWhatAndWhere(String query, int start, int end, String message) {
        MalformedQueryException refusal = refusal(query);
        assertThat(refusal).hasMessage(message);
        assertThat(List.of(refusal.startCharOffset(), refusal.endCharOffset())).containsExactly(start, end);
    }

    /** AWS documentation, "CloudWatch Logs Insights query commands": valid at AWS, but not emulated. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            pattern ; pattern @message
            pattern ; fields @message | PATTERN @message | sort @sampleCount desc
            diff ; fields @message | diff previousDay
            diff ; pattern @message | diff
            SOURCE ; SOURCE logGroups(namePrefix: ['a']) | fields @message
            SOURCE ; source "g" START=-1h END=now | fields @message
            anomaly ; fields @message | pattern @message | anomaly
            anomaly ; anomaly
            filterIndex ; filterIndex a = "b"
            join ; fields a | join type=left left=l right=r where l.a=r.a (source 'g')
            lookup ; lookup table a as b OUTPUT c
            unmask ; fields @message | unmask @message
            accum ; fields bytes | accum bytes as total
            addtotals ; fields a, b | addtotals fieldname=RowSum
            appendcols ; stats count(*) as a | appendcols (SOURCE 'g' | stats count(*) as b)
            autoregress ; fields a | autoregress a as previous p=1
            cidrlookup ; cidrlookup networks cidr as srcAddr OUTPUT name
            countFrequent ; countFrequent srcAddr
            filldown ; fields a | filldown a
            fillmissing ; stats count(*) by bin(5m) | fillmissing 0
            logcompare ; logcompare shift=1d
            outlier ; stats count(*) by bin(5m) | outlier action=remove
            relevantfields ; relevantfields a, b where status >= 500
            sessionize ; sessionize userId maxpause=30m
            """)
    void notEmulated_isNamed(String command, String query) {
        String first = query.contains("pattern @message") ? "pattern" : command;
        assertThatExceptionOfType(NotEmulatedException.class)
                .isThrownBy(() -> InsightsQuery.compile(query))
                .withMessage("VPC Local does not emulate the command " + first + " of Logs Insights queries.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            subqueries in filters ; filter requestId in ( SOURCE '/aws/lambda/a' | filter b = "c" | fields requestId )
            the offset of stats commands ; stats count(*) by bin(5m) offset 1h
            the function rate ; stats rate(bytes, 1m) by bin(5m)
            the function histogram ; stats histogram(bytes, 10)
            """)
    void notEmulatedParts_areNamed(String part, String query) {
        assertThatExceptionOfType(NotEmulatedException.class)
                .isThrownBy(() -> InsightsQuery.compile(query))
                .withMessage("VPC Local does not emulate " + part + " of Logs Insights queries.");
    }

    @Test
    void malformed_countsLinesAndUtf16Units() {
        assertThat(refusal("fields '\uD83D\uDE00'\n| oops"))
                .hasMessage("unexpected symbol found oops at line 2 and position 2")
                .extracting(MalformedQueryException::startCharOffset)
                .isEqualTo(14);
    }

    @Test
    void malformed_tooManyStats() {
        assertThat(refusal("stats count(*) as n | ".repeat(10) + "stats count(*) as n"))
                .hasMessageContaining("no more than 10 stats");
    }

    private static MalformedQueryException refusal(String query) {
        try {
            throw new AssertionError("Accepted: " + InsightsQuery.compile(query));
        } catch (MalformedQueryException e) {
            return e;
        }
    }
}
