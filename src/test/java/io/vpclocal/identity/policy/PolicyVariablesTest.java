package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.anaDoes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected answers: AWS documentation, IAM User Guide, "Variables and tags", unless a test says otherwise. */
class PolicyVariablesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "home/${aws:username},           home/ana,       true",
                "home/${aws:username},           home/bob,       false",
                "home/${AWS:UserName}/*,         home/ana/x,     true",
                "home/${tag},                    home/x*,        true",
                "home/${tag},                    home/xyz,       false",
                "home/${none},                   home/,          false",
                "\"home/${none, 'guest'}\",      home/guest,     true",
                "\"home/${aws:username, 'g'}\",  home/ana,       true",
                "\"home/${none,'a b}c'}\",       home/a b}c,     true",
                "home/${*},                      home/*,         true",
                "home/${*},                      home/x,         false",
                "home/${?}${$},                  home/?$,        true",
                "home/${unclosed,                home/${unclosed, true",
                "home/${many},                   home/a,         false",
            })
    void in_the_resource_part_of_a_resource(String path, String actual, boolean matches) {
        RequestContext request = anaDoes("s3:GetObject")
                .resource("arn:aws:s3:::" + actual)
                .key("tag", "x*")
                .keys("many", List.of("a"))
                .build();
        String text = Policies.document("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::#'}");
        PolicyDocument policy = PolicyDocument.parse(text.replace("#", path), PolicyDialect.MANAGED);
        assertThat(Evaluator.evaluate(Policies.ofIdentity(policy), request).isAllowed())
                .isEqualTo(matches);
    }

    @Test
    void before_the_fifth_colon_a_variable_is_not_replaced() {
        RequestContext request =
                anaDoes("x:Do").resource("arn:aws:x::123456789012:user/ana").build();
        String resource = "'Action':'x:Do','Resource':'arn:aws:x::%s:user/ana'";
        assertThat(Policies.allows(resource.formatted("123456789012"), request)).isTrue();
        assertThat(Policies.allows(resource.formatted("${aws:PrincipalAccount}"), request))
                .isFalse();
    }

    @Test
    void in_version_2008_variables_are_ordinary_text() {
        String text = Policies.json(
                "{'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::${aws:username}'}}");
        PolicySet set = Policies.ofIdentity(PolicyDocument.parse(text, PolicyDialect.SESSION));
        RequestContext.Builder request = anaDoes("s3:ListBucket");
        assertThat(Evaluator.evaluate(set, request.resource("arn:aws:s3:::ana").build())
                        .isAllowed())
                .isFalse();
        assertThat(Evaluator.evaluate(
                                set,
                                request.resource("arn:aws:s3:::${aws:username}").build())
                        .isAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,    ${aws:username}, ana, true",
        "StringEquals,    ${aws:username}, bob, false",
        "StringNotEquals, ${aws:username}, bob, true",
        "StringEquals,    ${none},         ana, false",
        "StringNotEquals, ${none},         ana, true",
        "StringNotLike,   ${none}*,        ana, true",
        "StringLike,      ${aws:username}*, ana-1, true",
        "StringLike,      ${wild},         xyz, false",
        "StringEqualsIgnoreCase, ${aws:username}, ANA, true",
        "StringEquals,    ${*},            *,   true",
        "NumericEquals,   ${number},       7,   false",
    })
    void in_condition_values(String operator, String value, String actual, boolean holds) {
        RequestContext request = anaDoes("x:Do")
                .key("k", actual)
                .key("wild", "x*")
                .key("number", 7)
                .build();
        String elements = "'Action':'x:Do','Resource':'*','Condition':{'" + operator + "':{'k':'" + value + "'}}";
        assertThat(Policies.allows(elements, request)).isEqualTo(holds);
    }

    @Test
    void a_value_with_colons_does_not_shift_the_segments_of_an_arn_condition() {
        RequestContext request = anaDoes("x:Do")
                .key("account", "999999999999:role/admin")
                .key("target", "arn:aws:iam::999999999999:role/admin:role/x")
                .build();
        String condition = "'Condition':{'ArnLike':{'target':'arn:aws:iam::${account}:role/x'}}";
        assertThat(Policies.allows("'Action':'x:Do','Resource':'*'," + condition, request))
                .as("UNVERIFIED: substituted text stays inside its segment")
                .isFalse();
    }

    @Test
    void a_variable_in_an_arn_condition_may_stand_for_the_account() {
        RequestContext request = anaDoes("x:Do")
                .key("target", "arn:aws:iam::123456789012:role/x")
                .build();
        String condition = "'Condition':{'ArnLike':{'target':'arn:aws:iam::${aws:PrincipalAccount}:role/*'}}";
        assertThat(Policies.allows("'Action':'x:Do','Resource':'*'," + condition, request))
                .isTrue();
    }
}
