package io.vpclocal.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS documentation, "Boolean, comparison, numeric, datetime, and other functions". */
class FunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            1 + 2 * 3 ; 7
            (1 + 2) * 3 ; 9
            2 ^ 3 ; 8
            2 ^ 3 ^ 2 ; 512
            10 % 3 ; 1
            7 - 2 - 1 ; 4
            -a + 1 ; -11
            10 / 4 ; 2.5
            1 / 0 ; missing
            2 / 3 ; 0.6667
            128000000 / 1000 / 1000 / 1.048576 ; 122.0703
            a + nothing ; missing
            s + 1 ; missing
            abs(-3) ; 3
            ceil(1.2) ; 2
            floor(-1.2) ; -2
            greatest(1, 3, 2) ; 3
            least(4, '3', 5) ; 3
            log(1) ; 0
            round(2.5) ; 3
            round(2.345, 2) ; 2.35
            sqrt(9) ; 3
            sqrt(-1) ; missing
            round(haversine(52.52, 13.405, 48.8566, 2.3522)) ; 877
            toInt(2.9) ; 2
            toLong('123456789012') ; 123456789012
            toNumber('1e3') ; 1000
            toDouble(s) ; missing
            a = 12 ; 1
            a = '12.0' ; 1
            a > 9 ; 1
            s > 9 ; 0
            s = 'Hello' ; 1
            s = 'hello' ; 0
            s < 'World' ; 1
            nothing = 1 ; 0
            nothing != 1 ; 1
            not a = 12 ; 0
            a = 12 and not s = 'x' or nothing = 1 ; 1
            s like 'ell' ; 1
            s like /^h/ ; 0
            s like /(?i)^h/ ; 1
            s not like /x/ ; 1
            path like /\\/api\\// ; 1
            9007199254740993 = 9007199254740992 ; 0
            datefloor(fromMillis(1418533611000), 1h) ; 2014-12-14 05:00:00.000
            dateceil(fromMillis(1418533611000), 1h) ; 2014-12-14 06:00:00.000
            dateceil(fromMillis(1418533200000), 1h) ; 2014-12-14 05:00:00.000
            datefloor(1418533611000, 2d) ; 2014-12-14 00:00:00.000
            datefloor(1418533611000, 1w) ; 2014-12-08 00:00:00.000
            datefloor(1418533611000, 1month) ; 2014-12-01 00:00:00.000
            dateceil(1418533611000, 1q) ; 2015-01-01 00:00:00.000
            datefloor(1418533611000, 10years) ; 2010-01-01 00:00:00.000
            datefloor(1418533611000, 100s) ; 2014-12-14 05:06:00.000
            bin(90m) ; 2014-12-14 04:00:00.000
            toMillis(@timestamp) ; 1418530010000
            now() ; 1418537210
            queryTimeRange() ; 3600000
            queryStartTime() ; 1418530010000
            parseDate('2014-12-14', 'yyyy-MM-dd', 'UTC') ; 1418515200000
            parseDate('2014-12-14 01:00', 'yyyy-MM-dd HH:mm', 'Europe/Paris') ; 1418515200000
            parseDate('x', 'yyyy') ; missing
            formatDate(@timestamp, "%Y-%m-%d %H:%M:%S %a %b %j %%", "UTC") ; 2014-12-14 04:06:50 Sun Dec 348 %
            strftime(@timestamp, "%F %T%z", "America/New_York") ; 2014-12-13 23:06:50-0500
            ispresent(a) ; 1
            ispresent(nothing) ; 0
            coalesce(nothing, nothing2, s) ; Hello
            if(a > 5, 'big', 'small') ; big
            case(a > 50, 'x', a > 5, 'y', 'z') ; y
            case(a > 50, 'x', 'z') ; z
            case(a > 50, 'x') ; missing
            isNumeric(a) ; 1
            isNumeric(s) ; 0
            messageSize(euro) ; 3
            unmask(s) ; Hello
            jsonParse('[1,{"b":2}]')[1].b ; 2
            jsonParse('x') ; missing
            jsonStringify(jsonParse('{"a": 1}')) ; {"a":1}
            jsonArraySize('[1,2,3]') ; 3
            jsonArrayContains('["admin"]', "admin") ; 1
            jsonArrayContains('["admin"]', "Admin") ; 0
            isValidIp('10.0.0.1') ; 1
            isValidIp('::1') ; 1
            isValidIp('10.0.0.256') ; 0
            isValidIpV4('::1') ; 0
            isValidIpV6('2001:db8::1:0:0:1') ; 1
            isValidIpV6('1:2:3:4:5:6:7:8:9') ; 0
            isValidIpV6('::ffff:10.0.0.1') ; 1
            isValidIpV6('1::2::3') ; 0
            isValidIpV6('1:2:3:4:5:6:7:') ; 0
            isIpInSubnet('2001:db8::5', '2001:db8::/32') ; 1
            isIpInSubnet('10.1.2.3', '10.0.0.0/8') ; 1
            isIpv4InSubnet('192.0.2.129', '192.0.2.0/25') ; 0
            isIpv4InSubnet('1.2.3.4', '0.0.0.0/0') ; 1
            isIpv4InSubnet('-', '0.0.0.0/0') ; 0
            isIpv4InSubnet('10.0.0.1', 'x') ; 0
            isIpv6InSubnet('2001:db9::', '2001:db8::/32') ; 0
            ipv4ToNumber('10.0.0.1') ; 167772161
            isPrivateIP('172.31.0.1') ; 1
            isPrivateIP('172.32.0.1') ; 0
            isPublicIP('8.8.8.8') ; 1
            isPublicIP('127.0.0.1') ; 0
            isReservedIP('169.254.169.254') ; 1
            isempty(nothing) ; 1
            isempty('') ; 1
            isempty(s) ; 0
            isblank('  ') ; 1
            concat(s, ' ', a) ; Hello 12
            ltrim("xyZxyfooxyZ","xyZ") ; fooxyZ
            rtrim("xyZfooxyxyZ","xyZ") ; xyZfoo
            trim("xyZxyfooxyxyZ","xyZ") ; foo
            trim("  foo ") ; foo
            strlen(euro) ; 1
            toupper(s) ; HELLO
            tolower(s) ; hello
            substr("xyZfooxyZ",3, 3) ; foo
            substr("xyZfooxyZ",3) ; fooxyZ
            substr("xyZ",9) ; ``
            replace('a.b.c', '.', '-') ; a-b-c
            regexReplace('a1b22', '[0-9]+', '#') ; a#b#
            strcontains(s, 'ell') ; 1
            strcontains(s, 'ELL', true) ; 0
            startsWith(s, 'He') ; 1
            endsWith(s, 'He') ; 0
            urlencode('a b&c') ; a%20b%26c
            urldecode('a%20b') ; a b
            urldecode('%') ; missing
            base64encode('Hello') ; SGVsbG8=
            base64decode('SGVsbG8=') ; Hello
            base64decode('*') ; missing
            split('a,b,c', ',') ; ["a","b","c"]
            hexToAscii("48656c6c6f") ; Hello
            hexToDec("0xff") ; 255
            decToHex(255) ; 0xff
            decToHex(-255) ; -0xff
            md5('') ; d41d8cd98f00b204e9800998ecf8427e
            sha256('') ; e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            """)
    void function(String expression, String expected) {
        String message = "{\"a\":12,\"s\":\"Hello\",\"euro\":\"\u20ac\",\"path\":\"/api/x\"}";
        assertThat(Logs.value(expression, message)).isEqualTo(expected);
    }

    /** AWS documentation, "stats": the units of periods, each also in the plural if it has more than one letter. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ms msec millisecond msecs milliseconds ; 2014-12-14 05:06:51.123
            s sec second secs seconds ; 2014-12-14 05:06:51.000
            m min minute mins minutes ; 2014-12-14 05:06:00.000
            h hr hour hrs hours ; 2014-12-14 05:00:00.000
            d day days ; 2014-12-14 00:00:00.000
            w week weeks ; 2014-12-08 00:00:00.000
            mo mon month mons months ; 2014-12-01 00:00:00.000
            q qtr quarter qtrs quarters ; 2014-10-01 00:00:00.000
            y yr year yrs years ; 2014-01-01 00:00:00.000
            """)
    void units(String units, String floor) {
        for (String unit : units.split(" ")) {
            assertThat(Logs.value("datefloor(1418533611123, 1" + unit + ")", "{}"))
                    .as(unit)
                    .isEqualTo(floor);
        }
    }

    /** The directives of the C library, which AWS's documentation names as the style of {@code formatDate}. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            %Y;2014
            %y;14
            %m;12
            %d;04
            %e; 4
            %H;05
            %k; 5
            %I;05
            %l; 5
            %M;06
            %S;51
            %L;123
            %f;123000
            %p;am
            %a;Thu
            %A;Thursday
            %b;Dec
            %h;Dec
            %B;December
            %j;338
            %u;4
            %G;2014
            %V;49
            %F;2014-12-04
            %T;05:06:51
            %R;05:06
            %D;12/04/14
            %z;+0000
            %Z;UTC
            %s;1417669611
            %%;%
            %Q;%Q
            """)
    void directives(String directive, String expected) {
        assertThat(Logs.value("formatDate(fromMillis(1417669611123), '" + directive + "', 'UTC')", "{}"))
                .isEqualTo(expected);
    }

    /** AWS documentation, "stats": the functions to use with it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            avg(n) ; 4
            sum(n) ; 20
            count(n) ; 5
            count(s) ; 1
            countDistinct(n) ; 4
            max(n) ; 10
            min(n) ; 1
            pct(n, 50) ; 2
            pct(n, 95) ; 10
            pct(n, 0) ; 1
            variance(n) ; 10.8
            stddev(n) ; 3.2863
            sum(n) / count(*) ; 3.3333
            sum(nothing) ; 0
            avg(nothing) ; missing
            topk(1, n) ; ["2"]
            values(n) ; ["1","2","5","10"]
            count_distinct(n) ; 4
            countOverTime(n) ; 5
            count_over_time(n) ; 5
            sumOverTime(n) ; 20
            sum_over_time(n) ; 20
            """)
    void aggregation(String expression, String expected) {
        String rows = Logs.rows(
                "stats " + expression + " as result",
                Logs.text("{\"n\":1}", "{\"n\":2}", "{\"n\":2}", "{\"n\":5}", "{\"n\":10}", "{\"s\":\"x\"}"));
        assertThat(rows.isEmpty() ? "missing" : rows.substring("result=".length()))
                .isEqualTo(expected);
    }
}
