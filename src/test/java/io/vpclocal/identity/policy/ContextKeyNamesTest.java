package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected: recorded from AWS, unless a test says otherwise. */
class ContextKeyNamesTest {

    @Test
    void every_use_is_kept_as_written() {
        assertThat(ContextKeyNames.of(Policies.document(
                        "{'Effect':'Allow','Action':'s3:*','Resource':['arn:aws:s3:::${aws:username}','arn:aws:s3:::${*}'],"
                                + "'Condition':{'StringLike':{'aws:userid':'${AWS:UserName}','AWS:UserId':'x'}}}",
                        "{'Effect':'Deny','Action':'s3:*','Resource':'*','Condition':{'Null':{'aws:userid':'true'}}}")))
                .containsExactly("aws:userid", "AWS:UserName", "AWS:UserId", "aws:username", "*", "aws:userid");
    }

    @Test
    void variables_count_in_numeric_conditions() {
        assertThat(
                        ContextKeyNames.of(
                                Policies.document(
                                        "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'NumericLessThan':"
                                                + "{'s3:max-keys':'${aws:PrincipalTag/keys}'},'DateLessThan':{'aws:CurrentTime':'${x:y}'}}}")))
                .containsExactly("s3:max-keys", "aws:PrincipalTag/keys", "aws:CurrentTime", "x:y");
    }

    /** A default value is not part of the name. UNVERIFIED: version 2008-10-17 has no variables. */
    @Test
    void names_end_before_defaults() {
        String statement = "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::${aws:username, 'x'}/${?}'}";
        String text = Policies.document(statement).replace("\"x\"", "'x'");
        assertThat(ContextKeyNames.of(text)).containsExactly("aws:username", "?");
        assertThat(ContextKeyNames.of(text.replace("2012-10-17", "2008-10-17"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*','Condition':{'Bool':{'k':'true'}}}]}",
                "{'Statement':{'Effect':'Allow','Action':'*','Condition':{'Bool':{'k':'true'}}}}",
                "{'Statement':[{'Effect':'Allow','Resource':'*','Condition':{'Bool':{'k':'true'}}}]}",
                "{'Statement':[{'Condition':{'Bool':{'k':'true'}}},{}]}",
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},"
                        + "'Action':'sts:AssumeRole','Condition':{'Bool':{'k':true}}}]}",
            })
    void the_text_is_only_parsed(String text) {
        assertThat(ContextKeyNames.of(Policies.json(text))).containsExactly("k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'Statement':[]}", "{'Statement':{}}", "{'Version':'2012-10-17'}"})
    void statements_are_optional(String text) {
        assertThat(ContextKeyNames.of(Policies.json(text))).isEmpty();
    }

    /** UNVERIFIED. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "1", "{'Statement':['x']}", "{'Statement':null}"})
    void a_text_that_is_not_a_policy_is_refused(String text) {
        assertThatThrownBy(() -> ContextKeyNames.of(Policies.json(text))).isInstanceOf(PolicyDocumentProblem.class);
    }
}
