package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.anaDoes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected answers: AWS documentation, IAM User Guide, "Condition operators", unless a row says otherwise. */
class ConditionOperatorTest {

    private static boolean holds(String operator, String values, String context) {
        RequestContext.Builder request = anaDoes("x:Do");
        ConditionTruthTableTest.put(request, context);
        String elements = "'Action':'x:Do','Resource':'*','Condition':{'" + operator + "':{'k':" + values + "}}";
        return Policies.allows(elements, request.build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "StringEquals; ['a','b']; k=b; true",
                "StringEquals; 'a*'; k=ab; false",
                "StringEquals; 'a'; k=A; false",
                "StringEquals; 'true'; k=true; true",
                "StringNotEquals; ['a','b']; k=b; false",
                "StringNotEquals; ['a','b']; k=c; true",
                "StringEqualsIgnoreCase; 'Ab'; k=aB; true",
                "StringNotEqualsIgnoreCase; 'Ab'; k=aB; false",
                "StringLike; 'a?c*'; k=abcd; true",
                "StringNotLike; ['a*','b*']; k=c; true",
                "StringNotLike; ['a*','b*']; k=bc; false",
                "StringEquals; []; k=a; false",
                "StringNotEquals; []; k=a; true",
                "NumericEquals; '10'; k=10.0; true",
                "NumericEquals; 10; k=10; true",
                "NumericNotEquals; '10'; k=11; true",
                "NumericLessThan; '10'; k=9.99; true",
                "NumericLessThan; '10'; k=10; false",
                "NumericLessThanEquals; '10'; k=10; true",
                "NumericGreaterThan; '-1'; k=0; true",
                "NumericGreaterThanEquals; '10'; k=9; false",
                "DateEquals; '2024-01-01T00:00:00Z'; k=1704067200; true",
                "DateNotEquals; '2024-01-01'; k=2024-01-01T01:00:00+01:00; false",
                "DateLessThan; '2024-01-02'; k=2024-01-01T23:59:59.999Z; true",
                "DateLessThanEquals; '2024-01-02'; k=2024-01-02T00:00:00Z; true",
                "DateGreaterThan; '1704067200'; k=2024-01-01T00:00:01Z; true",
                "DateGreaterThanEquals; '2024-01-02'; k=2024-01-01; false",
                "Bool; 'TRUE'; k=true; true",
                "Bool; true; k=true; true",
                "IpAddress; '10.0.0.1'; k=10.0.0.1; true",
                "IpAddress; ['192.0.2.0/24','10.0.0.0/8']; k=10.255.0.1; true",
                "IpAddress; '2001:db8::/32'; k=2001:db8:1::1; true",
                "IpAddress; '0.0.0.0/0'; k=2001:db8::1; false",
                "NotIpAddress; '0.0.0.0/0'; k=2001:db8::1; true",
                "NotIpAddress; '10.0.0.0/8'; k=10.0.0.1; false",
                "ArnEquals; 'arn:aws:s3:::b/*'; k=arn:aws:s3:::b/x; true",
                "ArnLike; 'arn:aws:iam::*:role/*'; k=arn:aws:iam::123456789012:role/a/b; true",
                "ArnLike; 'arn:aws:iam::*:role/*'; k=arn:aws:iam::123456789012:user/a; false",
                "ArnLike; 'arn:aws:*:role/*'; k=arn:aws:iam::123456789012:role/a; false",
                "ArnLike; '*'; k=arn:aws:iam::123456789012:user/a; true",
                "ArnNotEquals; 'arn:aws:s3:::b/*'; k=arn:aws:s3:::b/x; false",
                "ArnNotLike; 'arn:aws:s3:::b/*'; k=arn:aws:s3:::c/x; true",
                "Null; 'true'; k=a; false",
                "Null; 'false'; k=a; true",
                "Null; false; k=a; true",
            })
    void present_key(String operator, String values, String context, boolean holds) {
        assertThat(holds(operator, values, context)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, a, false",
        "StringNotEquals, a, true",
        "StringEqualsIgnoreCase, a, false",
        "StringNotEqualsIgnoreCase, a, true",
        "StringLike, a, false",
        "StringNotLike, a, true",
        "NumericEquals, 1, false",
        "NumericNotEquals, 1, true",
        "NumericLessThan, 1, false",
        "NumericLessThanEquals, 1, false",
        "NumericGreaterThan, 1, false",
        "NumericGreaterThanEquals, 1, false",
        "DateEquals, 2024-01-01, false",
        "DateNotEquals, 2024-01-01, true",
        "DateLessThan, 2024-01-01, false",
        "DateLessThanEquals, 2024-01-01, false",
        "DateGreaterThan, 2024-01-01, false",
        "DateGreaterThanEquals, 2024-01-01, false",
        "Bool, true, false",
        "BinaryEquals, QQ==, false",
        "IpAddress, 10.0.0.0/8, false",
        "NotIpAddress, 10.0.0.0/8, true",
        "ArnEquals, arn:aws:s3:::b, false",
        "ArnNotEquals, arn:aws:s3:::b, true",
        "ArnLike, arn:aws:s3:::b, false",
        "ArnNotLike, arn:aws:s3:::b, true",
    })
    void missing_key(String operator, String value, boolean holds) {
        assertThat(holds(operator, "'" + value + "'", "")).isEqualTo(holds);
        assertThat(holds(operator + "IfExists", "'" + value + "'", "")).isTrue();
        assertThat(holds("ForAllValues:" + operator, "'" + value + "'", "")).isTrue();
        assertThat(holds("ForAnyValue:" + operator, "'" + value + "'", "")).isFalse();
        assertThat(holds("ForAnyValue:" + operator + "IfExists", "'" + value + "'", ""))
                .as("reported by one user, not documented")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ForAllValues:StringEquals,    k=[a|b],   true",
        "ForAllValues:StringEquals,    k=[a|c],   false",
        "ForAllValues:StringEquals,    k=[],      true",
        "ForAllValues:StringEquals,    k=[''],    false",
        "ForAllValues:StringNotEquals, k=[c|d],   true",
        "ForAllValues:StringNotEquals, k=[c|a],   false",
        "ForAnyValue:StringEquals,     k=[c|a],   true",
        "ForAnyValue:StringEquals,     k=[],      false",
        "ForAnyValue:StringNotEquals,  k=[a|c],   true",
        "ForAnyValue:StringNotEquals,  k=[a|b],   false",
        "ForAllValues:StringEquals,    k=a,       true",
        "ForAnyValue:StringEquals,     k=c,       false",
    })
    void set_operators(String operator, String context, boolean holds) {
        assertThat(holds(operator, "['a','b']", context)).isEqualTo(holds);
    }

    /** AWS documentation: set operators treat a key that resolves to an empty string as an empty set. */
    @Test
    void a_lone_empty_string_is_an_empty_set() {
        RequestContext request = anaDoes("x:Do").keys("k", List.of("")).build();
        String condition = "'Action':'x:Do','Resource':'*','Condition':{'%s:StringEquals':{'k':'%s'}}";
        assertThat(Policies.allows(condition.formatted("ForAllValues", "a"), request))
                .isTrue();
        assertThat(Policies.allows(condition.formatted("ForAnyValue", ""), request))
                .isFalse();
    }

    /** The behaviour of an open-source simulator, which AWS confirmed to its author. */
    @ParameterizedTest
    @CsvSource({"StringEquals", "StringNotEquals", "StringEqualsIfExists", "StringLike"})
    void a_multivalued_key_needs_a_set_operator(String operator) {
        assertThat(holds(operator, "'a'", "k=[a]")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'Null', 'true', true",
        "'Null', 'false', false",
    })
    void null_operator_on_a_missing_or_empty_key(String operator, String value, boolean holds) {
        assertThat(holds(operator, "'" + value + "'", "")).isEqualTo(holds);
        assertThat(holds(operator, "'" + value + "'", "k=[]")).isEqualTo(holds);
    }

    @Test
    void all_operators_and_all_keys_must_hold() {
        String condition = "'Action':'x:Do','Resource':'*',"
                + "'Condition':{'StringEquals':{'a':'1','b':'2'},'NumericLessThan':{'c':3}}";
        assertThat(Policies.allows(condition, request("1", "2", 2))).isTrue();
        assertThat(Policies.allows(condition, request("1", "x", 2))).isFalse();
        assertThat(Policies.allows(condition, request("1", "2", 4))).isFalse();
    }

    private static RequestContext request(String a, String b, long c) {
        return anaDoes("x:Do").key("a", a).key("b", b).key("c", c).build();
    }

    @Test
    void lazy_values_are_computed_once_and_only_when_asked_for() {
        AtomicInteger asked = new AtomicInteger();
        RequestContext request = anaDoes("x:Do")
                .lazyKey("k", () -> Optional.of("v" + asked.incrementAndGet()))
                .lazyKey("absent", Optional::empty)
                .lazyKeys("many", () -> List.of("m"))
                .build();
        String always = "'Action':'x:Do','Resource':'*'";
        assertThat(Policies.allows(always, request)).isTrue();
        assertThat(asked).hasValue(0);
        String condition = always
                + ",'Condition':{'StringEquals':{'k':'v1'},'Null':{'absent':'true'},'ForAnyValue:StringEquals':{'many':'m'}}";
        assertThat(Policies.allows(condition, request)).isTrue();
        assertThat(Policies.allows(condition, request)).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void the_time_of_a_request_can_be_compared_as_date_and_as_number() {
        RequestContext request =
                anaDoes("x:Do").time(Instant.parse("2024-06-01T12:00:00Z")).build();
        String condition =
                "'Action':'x:Do','Resource':'*','Condition':{'DateGreaterThan':{'aws:CurrentTime':'2024-06-01T11:59:59Z'},"
                        + "'NumericEquals':{'aws:EpochTime':1717243200}}";
        assertThat(Policies.allows(condition, request)).isTrue();
    }
}
