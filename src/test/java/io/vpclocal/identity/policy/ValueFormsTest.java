package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.anaDoes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts that operators accept as numbers, dates and other types, and their results for other texts. */
class ValueFormsTest {

    /**
     * Recorded from AWS: NumericNotEquals and DateNotEquals match texts that are not numbers or dates. UNVERIFIED: the
     * others.
     */
    @ParameterizedTest
    @CsvSource({
        "Numeric, 1, no-number",
        "Numeric, 1, ''",
        "Numeric, 1, NaN",
        "Numeric, 1, 0x1",
        "Numeric, 1, 1 2",
        "Numeric, 1, 1e",
        "Numeric, 1, 1d",
        "Date, 2024-01-01, no-date",
        "Date, 2024-01-01, ''",
        "Date, 2024-01-01, NaN",
        "Date, 2024-01-01, 2024-13-01",
    })
    void unreadable_request_value(String family, String value, String actual) {
        for (String order : List.of("Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals")) {
            everyForm(family + order, value, actual, false);
        }
        everyForm(family + "NotEquals", value, actual, true);
    }

    /** UNVERIFIED: the same for every other operator, with or without a negation. */
    @ParameterizedTest
    @CsvSource({
        "IpAddress, 0.0.0.0/0, nonsense, false",
        "NotIpAddress, 0.0.0.0/0, nonsense, true",
        "NotIpAddress, 0.0.0.0/0, 10.0.0.0/33, true",
        "ArnEquals, arn:aws:s3:::b, nonsense, false",
        "ArnLike, arn:aws:s3:::*, nonsense, false",
        "ArnNotEquals, arn:aws:s3:::b, nonsense, true",
        "ArnNotLike, arn:aws:s3:::*, nonsense, true",
        "BinaryEquals, QQ==, ?, false",
        "Bool, true, yes, false",
    })
    void value_of_another_type(String operator, String value, String actual, boolean holds) {
        everyForm(operator, value, actual, holds);
    }

    /** Alone, with IfExists, and on the members of a set, in identity and resource policies. */
    private static void everyForm(String operator, String value, String actual, boolean holds) {
        assertThat(evaluated(operator, value, actual)).as(operator).isEqualTo(holds);
        assertThat(evaluated(operator + "IfExists", value, actual)).as(operator).isEqualTo(holds);
        if (!actual.isEmpty()) {
            assertThat(evaluated("ForAllValues:" + operator, value, actual))
                    .as(operator)
                    .isEqualTo(holds);
            assertThat(evaluated("ForAnyValue:" + operator, value, actual))
                    .as(operator)
                    .isEqualTo(holds);
        }
    }

    /** True if a Deny with the condition applies. Identity and resource policies must agree. */
    private static boolean evaluated(String operator, String value, String actual) {
        RequestContext request = anaDoes("x:Do").key("k", actual).build();
        String condition = ",'Condition':{'" + operator + "':{'k':'" + value + "'}}}";
        String deny = "{'Effect':'Deny','Action':'x:Do','Resource':'*'" + condition;
        String denyAll = "{'Effect':'Deny','Principal':'*','Action':'x:Do','Resource':'*'" + condition;
        boolean byIdentity = denies(PolicyType.IDENTITY, PolicyDialect.MANAGED, deny, request);
        assertThat(denies(PolicyType.RESOURCE, PolicyDialect.RESOURCE, denyAll, request))
                .isEqualTo(byIdentity);
        return byIdentity;
    }

    private static boolean denies(PolicyType type, PolicyDialect dialect, String statement, RequestContext request) {
        PolicySet policies = PolicySet.builder()
                .attach(type, "policy", PolicyDocument.parse(Policies.document(statement), dialect))
                .build();
        return Evaluator.evaluate(policies, request).outcome() == Decision.Outcome.EXPLICIT_DENY;
    }

    /** Recorded from AWS: {@code 1e0} equals 1. UNVERIFIED: the other forms. */
    @ParameterizedTest
    @CsvSource({"1e0", "1E0", "10e-1", "0.1e1", "+1", "1.0", "1.", "01", "1e+0"})
    void numbers_have_many_forms(String number) {
        assertThat(evaluated("NumericEquals", "1", number)).isTrue();
        assertThat(evaluated("NumericEquals", number, "1")).isTrue();
        assertThat(evaluated("NumericNotEquals", number, "1")).isFalse();
        assertThat(evaluated("NumericLessThan", "1.5", number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e2147483647", "-1e2147483647", "1e-2147483647"})
    void huge_exponents_are_compared_at_once(String number) {
        assertThat(evaluated("NumericGreaterThan", "1", number)).isEqualTo(!number.contains("-"));
        assertThat(evaluated("NumericNotEquals", "1", number)).isTrue();
    }
}
