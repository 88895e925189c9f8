package io.vpclocal.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms, regular expressions and space-delimited fields. Samples: AWS documentation, "Filter pattern syntax". */
class FilterPatternTest {

    private static final List<String> ERRORS = List.of(
            "[ERROR 400] BAD REQUEST",
            "[ERROR 401] UNAUTHORIZED REQUEST",
            "[ERROR 419] MISSING ARGUMENTS",
            "[ERROR 420] INVALID ARGUMENTS",
            "[ERROR 500] INTERNAL SERVER ERROR",
            "[INFO] REQUEST FAILED");

    /**
     * AWS documentation, "Match terms in unstructured log events". UNVERIFIED: the last rows are derived from the same
     * page.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ERROR                       | 0 1 2 3 4
            ERROR ARGUMENTS             | 2 3
            ?ERROR ?ARGUMENTS           | 0 1 2 3 4
            ?INFO ?ARGUMENTS            | 2 3 5
            ?ERROR ?ARGUMENTS REQUEST   | 0 1 5
            ?ERROR -REQUEST             | 2 3 4
            "INTERNAL SERVER ERROR"     | 4
            "SERVER INTERNAL"           | none
            ERROR -ARGUMENTS            | 0 1 4
            -ARGUMENTS                  | 0 1 4 5
            -"ERROR 4"                  | 4 5
            " "                         | 0 1 2 3 4 5
            `   `                       | 0 1 2 3 4 5
            error                       | none
            QUEST                       | 0 1 5
            %AUTHORIZED%                | 1
            %ERROR 4[12]\\d%            | 2 3
            %^.INFO%                    | 5
            """)
    void terms_select(String pattern, String expected) {
        assertThat(selected(FilterPattern.parse(pattern), ERRORS)).isEqualTo(expected);
    }

    /** AWS documentation, TestMetricFilter samples: terms are substrings. */
    @Test
    void terms_matchInsideWords() {
        FilterPattern pattern = FilterPattern.parse("\"[ERROR]\" Exception");
        String message = "02 May 2014 00:34:16,142 [ERROR] InvalidQueryException";
        assertThat(pattern.matches(message)).isTrue();
        assertThat(pattern.extract(message)).isEmpty();
    }

    @Test
    void emptyPattern_matchesEverything() {
        assertThat(FilterPattern.parse("").matchesEverything()).isTrue();
        assertThat(FilterPattern.parse("\" \"").matchesEverything()).isTrue();
        assertThat(FilterPattern.parse("a").matchesEverything()).isFalse();
        assertThat(FilterPattern.parse("").matches("")).isTrue();
    }

    /** AWS documentation, "Supported regular expressions (regex) syntax". */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            %^[hc]at% ; hat sat ; true
            %^[hc]at% ; the hat ; false
            %[hc]at$% ; the cat ; true
            %[hc]at$% ; cat sat down ; false
            %colou?r% ; color ; true
            %colou?r% ; colour ; true
            %[abcx-z]% ; y ; true
            %[abcx-z]% ; w ; false
            %^a{3,5}$% ; aaaa ; true
            %^a{3,5}$% ; aa ; false
            %^a{,2}$% ; aa ; true
            %^a{,2}$% ; aaa ; false
            %^a{2,}$% ; aaaaaa ; true
            %gra|ey% ; grey ; true
            %^starting|^initializing|^shutting down% ; skipping initializing ; false
            %^starting|^initializing|^shutting down% ; shutting down now ; true
            %abcc|ab[^c]$% ; aba ; true
            %abcc|ab[^c]$% ; aac ; false
            %\\[.\\]% ; [@] ; true
            %10\\.10\\.0\\.1% ; 10010,051 ; false
            %10.10.0.1% ; 10010,051 ; true
            %ab*c% ; abbbc ; true
            %ab+c% ; ac ; false
            %.at% ; #at ; true
            %^\\d\\D\\s\\S\\w\\W$% ; 1a b_- ; true
            %\\x3A% ; a:b ; true
            %\\x28% ; f(x) ; true
            """)
    void regex_followsTheDocumentedSyntax(String pattern, String message, boolean expected) {
        assertThat(FilterPattern.parse(pattern).matches(message)).isEqualTo(expected);
    }

    private static final List<String> WORDS = List.of(
            "INFO 09/25/2014 12:00:00 GET /service/resource/67 1200",
            "INFO 09/25/2014 12:00:01 POST /service/resource/67/part/111 1310",
            "WARNING 09/25/2014 12:00:02 Invalid user request",
            "ERROR 09/25/2014 12:00:02 Failed to process request");

    /** AWS documentation, "Match terms in space-delimited log events using pattern matching". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [w1=ERROR, w2]                       | 3
            `[w1=ERROR || w1=WARNING, w2]`       | 2 3
            [w1!=ERROR && w1!=WARNING, w2]       | 0 1
            [logLevel, date, time, method, url=%/service/resource/[0-9]+$%, response_time]               | 0
            [logLevel, date, time, method, url=%/service/resource/[0-9]+/part/[0-9]+$%, response_time]   | 1
            [...]                                | 0 1 2 3
            []                                   | 0 1 2 3
            [..., last=request]                  | 2 3
            [..., time>=1300]                    | 1
            [..., m=GET, ...]                    | 0
            [w1, ..., m=user, ...]               | 2
            [..., to, process, last=request]     | 2 3
            [..., a=to, b=process, ...]          | 3
            [level, date, time]                  | 0 1 2 3
            [level, date, time!=12:00:02]        | none
            [a,b,c,d,e,f,g]                      | 3
            [a,b,c,d,e,f,g,h]                    | none
            """)
    void fields_select(String pattern, String expected) {
        assertThat(selected(FilterPattern.parse(pattern), WORDS)).isEqualTo(expected);
    }

    private static final String REQUEST =
            "127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 1534";

    private static final String PAGE =
            "127.0.0.1 - frank [10/Oct/2000:13:35:22 -0700] \"GET /index.html HTTP/1.0\" 404 1534";

    /** AWS documentation, TestMetricFilter: the samples of extracted values. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [ip, identity, user_id, timestamp, request, status_code, size]; $ip=127.0.0.1 $identity=- $user_id=frank $timestamp=10/Oct/2000:13:25:15 -0700 $request=GET /apache_pb.gif HTTP/1.0 $status_code=200 $size=1534
            [..., size]; $1=127.0.0.1 $2=- $3=frank $4=10/Oct/2000:13:25:15 -0700 $5=GET /apache_pb.gif HTTP/1.0 $6=200 $size=1534
            []; $1=127.0.0.1 $2=- $3=frank $4=10/Oct/2000:13:25:15 -0700 $5=GET /apache_pb.gif HTTP/1.0 $6=200 $7=1534
            [..., status_code=200, size]; $1=127.0.0.1 $2=- $3=frank $4=10/Oct/2000:13:25:15 -0700 $5=GET /apache_pb.gif HTTP/1.0 $status_code=200 $size=1534
            [..., request=*.gif*, status_code=2*,]; $1=127.0.0.1 $2=- $3=frank $4=10/Oct/2000:13:25:15 -0700 $request=GET /apache_pb.gif HTTP/1.0 $status_code=200 $7=1534
            [..., request=*.html*, status_code=4*,]; none
            [ip, rest]; $ip=127.0.0.1 $rest=- frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 200 1534
            [..., user=frank, ...]; $1=127.0.0.1 $2=- $user=frank $4=10/Oct/2000:13:25:15 -0700 $5=GET /apache_pb.gif HTTP/1.0 $6=200 $7=1534
            """)
    void fields_extract(String pattern, String expected) {
        String values = FilterPattern.parse(pattern).extract(REQUEST).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        assertThat(values.isEmpty() ? "none" : values).isEqualTo(expected);
    }

    /** AWS documentation: the seven fields with a wildcard, a regular expression and a compound. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[..., request=*.html*, status_code=4*,]",
                "[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]",
                "[ip, user, username, timestamp, request =*.html*, status_code = 404 || status_code = 410, bytes]",
                "[ip, user, username, timestamp, request, status_code = 4* && status_code != 403, bytes > 1000]",
                "[ip=\"127.0.*\", user, username=f*k, timestamp, request, status_code >= 400, bytes <= 1.534e3]"
            })
    void fields_conditions(String pattern) {
        assertThat(FilterPattern.parse(pattern).matches(PAGE)).isTrue();
        assertThat(FilterPattern.parse(pattern).matches(REQUEST)).isFalse();
    }

    private static final String REJECTED =
            "2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK";

    private static final String ACCEPTED =
            "2 123456789010 eni-1235b8ca123456789 10.0.2.139 172.31.16.21 20641 22 6 20 399 1418530010 1418530070 ACCEPT OK";

    private static final String NODATA =
            "2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA";

    /** AWS documentation, VPC User Guide: patterns for flow log records, and variations of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [version, account, eni, source, destination, srcport, destport="3389", protocol="6", packets, bytes, windowstart, windowend, action="REJECT", flowlogstatus] | 0
            [version, account, eni, source, destination, srcport, destport="22", protocol="6", packets, bytes, windowstart, windowend, action="REJECT", flowlogstatus] | none
            [version, accountid, interfaceid, srcaddr, dstaddr, srcport, dstport, protocol, packets, bytes >= 400, start, end, action, status] | 0
            [version, accountid, interfaceid, srcaddr, dstaddr, srcport, dstport, protocol, packets, bytes < 400, start, end, action, status] | 1
            [version, accountid, interfaceid, srcaddr = 10.0.2.*, dstaddr, srcport, dstport, protocol, packets, bytes, start, end, action, status] | 1
            [...,dstport=22,protocol=6,...] | 1
            [..., status=NODATA] | 2
            [..., action!=ACCEPT, status] | 0 2
            """)
    void flowLogPatterns(String pattern, String expected) {
        assertThat(selected(FilterPattern.parse(pattern), List.of(REJECTED, ACCEPTED, NODATA)))
                .isEqualTo(expected);
    }

    @Test
    void flowLogPattern_eitherPort() {
        FilterPattern pattern = FilterPattern.parse("[version, accountid, interfaceid, srcaddr, dstaddr, srcport, "
                + "dstport = 22 || dstport = 8080, protocol, packets, bytes, start, end, action, status]");
        assertThat(selected(pattern, List.of(REJECTED, ACCEPTED, NODATA))).isEqualTo("1");
    }

    @Test
    void wildcards_endWithTheirField() {
        assertThat(FilterPattern.parse("[a=*zz*, b, c]").matches("x zz y")).isFalse();
        assertThat(FilterPattern.parse("[a=x*z, b, c]").matches("x zz y")).isFalse();
        assertThat(FilterPattern.parse("[a, b=z*z, c]").matches("x zz y")).isTrue();
    }

    /** UNVERIFIED: a quote or bracket without a partner at the end of a field is an ordinary character. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [main]:x b;   $a=[main]:x $b=b
            [a b;         $a=[a $b=b
            "x y" [p q];  $a=x y $b=p q
            "" [];        $a= $b=
            """)
    void fields_delimiters(String message, String expected) {
        assertThat(FilterPattern.parse("[a, b]").extract(message).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected.strip());
    }

    @Test
    void regexes_areCounted() {
        assertThat(FilterPattern.parse("[a=%x%, b=%y%]").regexCount()).isEqualTo(2);
        assertThat(FilterPattern.parse("%x%").regexCount()).isOne();
        assertThat(FilterPattern.parse("x").regexCount()).isZero();
    }

    private static String selected(FilterPattern pattern, List<String> messages) {
        int[] matching = new int[messages.size()];
        int count = 0;
        for (int i = 0; i < messages.size(); i++) {
            if (pattern.matches(messages.get(i))) {
                matching[count++] = i;
            }
        }
        String indexes =
                Arrays.stream(matching, 0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return indexes.isEmpty() ? "none" : indexes;
    }
}
