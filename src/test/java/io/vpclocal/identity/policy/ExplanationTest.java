package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.anaDoes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.policy.Decision.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    /** The positions were recorded from SimulateCustomPolicy for exactly this text. */
    @Test
    void positions_stand_after_the_braces_of_a_statement() {
        String text = """
                {"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}}""";
        PolicyStatement statement =
                PolicyDocument.parse(text, PolicyDialect.MANAGED).statements().get(0);
        assertThat(statement.start()).isEqualTo(new Position(1, 41));
        assertThat(statement.end()).isEqualTo(new Position(1, 113));
    }

    /** Recorded from AWS: in a list a statement begins at the end of the token before it, which is a bracket or a brace. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'Statement':[#,#]}; 15",
                "{'Statement':[# ,  #]}; 15",
                "{'Statement': [ #,#]}; 16",
                "{'Statement':[ # ]}; 15",
                "{'Statement': #}; 16",
            })
    void statements_begin_where_the_token_before_ends(String form, int first) {
        String statement = "{'Effect':'Allow','Action':'s3:*','Resource':'*'}";
        String text = Policies.json(form.replace("#", statement));
        List<PolicyStatement> statements =
                PolicyDocument.parse(text, PolicyDialect.SESSION).statements();
        assertThat(statements.get(0).start()).isEqualTo(new Position(1, first));
        for (int i = 1; i < statements.size(); i++) {
            assertThat(statements.get(i).start())
                    .isEqualTo(statements.get(i - 1).end());
        }
    }

    @Test
    void all_matching_statements_are_returned_with_their_policies() {
        PolicySet set = PolicySet.builder()
                .attach(
                        PolicyType.IDENTITY,
                        "PolicyInputList.1",
                        Policies.identity(
                                "{'Sid':'a','Effect':'Allow','Action':'s3:*','Resource':'*'}",
                                "{'Sid':'b','Effect':'Allow','Action':'ec2:*','Resource':'*'}",
                                "{'Sid':'c','Effect':'Deny','Action':'s3:PutObject','Resource':'*'}"))
                .attach(
                        PolicyType.RESOURCE,
                        "ResourcePolicy",
                        Policies.resource("{'Effect':'Allow','Principal':'*','Action':'s3:PutObject','Resource':'*'}"))
                .require(PolicyType.PERMISSIONS_BOUNDARY)
                .build();
        Explanation explanation = Evaluator.explain(set, anaDoes("s3:PutObject").build());
        assertThat(explanation.decision().outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(explanation.decision().outcome().wireName()).isEqualTo("explicitDeny");
        assertThat(explanation.matchedStatements())
                .extracting(match -> match.policyId() + "/" + match.statement().index())
                .containsExactly("PolicyInputList.1/0", "PolicyInputList.1/2", "ResourcePolicy/0");
        assertThat(explanation.byType())
                .isEqualTo(Map.of(
                        PolicyType.IDENTITY, Outcome.EXPLICIT_DENY,
                        PolicyType.PERMISSIONS_BOUNDARY, Outcome.IMPLICIT_DENY,
                        PolicyType.RESOURCE, Outcome.ALLOWED));
    }

    /** AWS documentation names the element. UNVERIFIED: only statements for the simulated action count. */
    @Test
    void missing_context_keys() {
        PolicySet set = Policies.ofIdentity(Policies.identity(
                "{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::b/${aws:PrincipalTag/team}','Condition':"
                        + "{'StringEquals':{'aws:UserAgent':'x','aws:RequestTag/a':'${aws:username}'}}}",
                "{'Effect':'Allow','Action':'ec2:*','Resource':'*','Condition':{'Bool':{'ec2:Encrypted':'true'}}}"));
        RequestContext request =
                anaDoes("s3:PutObject").key("AWS:useragent", "x").build();
        assertThat(Evaluator.explain(set, request).missingContextKeys())
                .containsExactly("aws:RequestTag/a", "aws:PrincipalTag/team");
    }

    @Test
    void context_keys_of_a_document() {
        PolicyDocument document = Policies.identity(
                "{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::b/${aws:username}','Condition':"
                        + "{'StringLike':{'s3:prefix':['a','${aws:userid}/${*}']},'Null':{'aws:TokenIssueTime':'true'}}}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Bool':{'AWS:UserName':'true'}}}");
        assertThat(document.contextKeys())
                .containsExactly("s3:prefix", "aws:userid", "aws:TokenIssueTime", "aws:username");
    }

    @Test
    void a_statement_keeps_what_decoded_messages_show() {
        PolicyStatement statement = Policies.resource(
                        "{'Sid':'s','Effect':'Deny','Principal':{'AWS':['*'],'Service':'x.amazonaws.com'},'NotAction':['s3:Get*'],"
                                + "'Resource':'*','Condition':{'NumericLessThan':{'k':[1,'2']}}}")
                .statements()
                .get(0);
        assertThat(statement.sid()).isEqualTo("s");
        assertThat(statement.effect()).isEqualTo("Deny");
        assertThat(statement.principals()).containsExactly("*", "x.amazonaws.com");
        assertThat(statement.actions()).isEmpty();
        assertThat(statement.notActions()).containsExactly("s3:Get*");
        assertThat(statement.resources()).containsExactly("*");
        assertThat(statement.conditions())
                .containsExactly(new PolicyStatement.Test("NumericLessThan", "k", List.of("1", "2")));
    }

    @Test
    void principals_can_be_replaced_in_the_text() {
        String text =
                Policies.json("{'Statement':[{'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::123456789012:role/r', "
                        + "'123456789012'],'Service':'ec2.amazonaws.com'},'Action':'sts:AssumeRole'}]}");
        PolicyDocument document = PolicyDocument.parse(text, PolicyDialect.TRUST);
        assertThat(document.principals("AWS")).containsExactly("arn:aws:iam::123456789012:role/r", "123456789012");
        String replaced =
                document.textWithAwsPrincipals(value -> value.endsWith("/r") ? "AROAABCDEFGHIJKLMNOPQ" : value);
        assertThat(replaced).isEqualTo(text.replace("arn:aws:iam::123456789012:role/r", "AROAABCDEFGHIJKLMNOPQ"));
        assertThat(PolicyDocument.parse(replaced, PolicyDialect.TRUST).principals("AWS"))
                .contains("AROAABCDEFGHIJKLMNOPQ");
    }

    static List<List<String>> principalKeys() {
        return List.of(
                List.of("root", "arn:aws:iam::123456789012:root", "123456789012", "-", "Account"),
                List.of("ana", "arn:aws:iam::123456789012:user/ana", "AIDAANAANAANAANAANA1", "ana", "User"),
                List.of(
                        "session",
                        "arn:aws:iam::123456789012:role/team/reader",
                        "AROAREADERREADERREAD:s1",
                        "-",
                        "AssumedRole"),
                List.of(
                        "federated",
                        "arn:aws:sts::123456789012:federated-user/bob",
                        "123456789012:bob",
                        "-",
                        "FederatedUser"),
                List.of("anonymous", "-", "anonymous", "-", "Anonymous"));
    }

    /** AWS documentation, IAM User Guide, "Principal key values". */
    @ParameterizedTest
    @MethodSource("principalKeys")
    void keys_that_follow_from_the_principal(List<String> row) {
        PolicyPrincipal principal =
                switch (row.get(0)) {
                    case "root" -> Policies.ROOT;
                    case "ana" -> Policies.ANA;
                    case "session" -> Policies.SESSION;
                    case "federated" -> Policies.FEDERATED;
                    default -> PolicyPrincipal.anonymous();
                };
        Map<String, List<String>> keys =
                RequestContext.of(principal, "x:Do").build().keys();
        List<String> names = List.of("aws:PrincipalArn", "aws:userid", "aws:username", "aws:PrincipalType");
        for (int i = 0; i < names.size(); i++) {
            String expected = row.get(i + 1);
            assertThat(keys.get(names.get(i))).isEqualTo(expected.equals("-") ? null : List.of(expected));
        }
    }
}
