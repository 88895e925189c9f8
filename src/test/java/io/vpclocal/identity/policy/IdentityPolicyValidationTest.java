package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and their order were recorded from CreatePolicy, unless a test says otherwise. Single quotes stand for double ones. */
class IdentityPolicyValidationTest {

    private static final String SYNTAX = "Syntax errors in policy.";
    private static final String LEGACY = "The policy failed legacy parsing";
    private static final String VERSION = "Policy document must be version 2012-10-17 or greater.";
    private static final String NO_ACTIONS = "Policy statement must contain actions.";

    private static PolicyDocumentProblem problem(String text) {
        return catchThrowableOfType(
                PolicyDocumentProblem.class, () -> PolicyDocument.parse(Policies.json(text), PolicyDialect.MANAGED));
    }

    private static String inStatement(String elements) {
        return "{'Version':'2012-10-17','Statement':{" + elements + "}}";
    }

    private static final String WHOLE = "'Effect':'Allow','Action':'s3:ListBucket','Resource':'arn:aws:s3:::b'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "null",
                "[]",
                "{'Version':'2012-10-17'}",
                "{'Version':'2012-10-17','Statement':[]}",
                "{'Version':'2012-10-17','Statement':['text']}",
                "{'Version':'2013-10-17','Statement':{#}}",
                "{'Version':'2012-10-17','Statement':{#},'Comment':'none'}",
                "{'Version':'2012-10-17','Id':['a'],'Statement':{#}}",
                "{'Version':'2012-10-17','Id':{},'Statement':{#}}",
                "{'Version':'2012-10-17','Version':'2012-10-17','Statement':{#}}",
                "{'Version':'2012-10-17','Statement':{#}} x",
                "{'Version':'2012-10-17','Statement':{#},}",
            })
    void syntax_of_the_document(String text) {
        assertThat(problem(text.replace("#", WHOLE))).hasMessage(SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#,'Comment':'none'",
                "'Action':'s3:ListBucket','Resource':'*'",
                "'Effect':'invalid','Action':'s3:x','Resource':'*'",
                "#,'NotAction':'iam:x'",
                "#,'NotAction':[]",
                "#,'NotResource':'*'",
                "'Effect':'Deny','Action':[[]],'Resource':'*'",
                "'Effect':'Allow','Action':{},'Resource':'*'",
                "'Effect':'Allow','Action':'s3:x','Resource':{'a':'*'}",
                "'Effect':'Deny','Action':'s3:x','Resource':['other',{}]",
                "#,'Sid':{}",
                "#,'Sid':[]",
                "#,'Condition':[]",
                "#,'Condition':'a'",
                "#,'Condition':{'a':'b'}",
                "#,'Condition':{'DateGreaterThan':'b'}",
                "#,'Condition':{'DateGreaterThan':[]}",
                "#,'Condition':{'DateGreaterThan':{'a':{}}}",
                "#,'Condition':{'x':{'a':'1'}}",
                "#,'Condition':{'ForAnyValue::StringEqualsIfExists':{'a':'v'}}",
                "#,'Condition':[{'ForAllValues:StringEquals':{'aws:TagKeys':'x'}}]",
                "#,'Condition':{'stringequals':{'a':'b'}}",
                "#,'Condition':{'NullIfExists':{'a':'true'}}",
                "#,'Condition':{'StringEquals':{'a':null}}",
                "#,'Effect':'Allow'",
            })
    void syntax_of_a_statement(String elements) {
        assertThat(problem(inStatement(elements.replace("#", WHOLE)))).hasMessage(SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Statement':{#}}",
                "{'Version':'2008-10-17','Statement':{#}}",
                "{'Statement':{'Effect':'denY','Action':'s3:x','Resource':'*'}}",
                "{'Statement':[{#,'Sid':'a'},{'Effect':'Allow','Sid':'a'}]}",
                "{'Statement':{#,'Condition':{'DateGreaterThan':{'a':'someday'}}}}",
            })
    void version(String text) {
        assertThat(problem(text.replace("#", WHOLE))).hasMessage(VERSION);
    }

    /** Verified at AWS with PutUserPolicy by another emulator's authors, and reported by users. */
    @ParameterizedTest
    @ValueSource(strings = {"{'Statement':{#}}", "{'Version':'2008-10-17','Statement':{#}}"})
    void inline_policies_have_any_version(String text) {
        String policy = Policies.json(text.replace("#", WHOLE));
        assertThatCode(() -> PolicyDocument.parse(policy, PolicyDialect.INLINE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'denY','Action':'s3:x','Resource':'*'",
                "'Effect':'allow','Resource':'arn:aws:s3:us-east-1::b'",
                "'Effect':'Allow','Condition':{'DateGreaterThan':{'a':'someday'}}",
                "'Effect':'Allow','Action':'s3:x','Resource':'arn:moon:s3:::b','Condition':{'DateGreaterThan':{'a':'x'}}",
                "#,'Condition':{'DateLessThanEquals':{'a':'2024-13'}}",
                "#,'Condition':{'DateLessThan':{'a':['2024-01-01','9223372036854775808']}}",
                "'Effect':'Allow','Action':'s3:x','Resource':'arn:aws:s3::b'",
                "'Effect':'Allow','Action':'s3:x','NotResource':'arn:aws:s3::b'",
                "'Effect':'Allow','Resource':'arn:aws:s3::b'",
                "'Effect':'Allow','Action':'s3:x','Resource':'arn:aws::::b'",
                "'Effect':'Allow','Action':'s3:x','Resource':'arn:aws::thing'",
                "'Effect':'Allow','Action':'s3:x','Resource':'arn:awss3::bucket/*'",
            })
    void legacy_parsing(String elements) {
        assertThat(problem(inStatement(elements.replace("#", WHOLE)))).hasMessage(LEGACY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Allow'",
                "'Effect':'Allow','Resource':'arn:aws:s3:::b'",
                "'Effect':'Allow','Action':[],'Resource':'arn:aws:s3:::b'",
            })
    void missing_actions(String elements) {
        assertThat(problem(inStatement(elements))).hasMessage(NO_ACTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Effect':'Allow','Action':'s3:x'", "'Effect':'Allow','Action':'s3:x','Resource':[]"})
    void missing_resources(String elements) {
        assertThat(problem(inStatement(elements))).hasMessage("Policy statement must contain resources.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "no arn; Resource no arn must be in ARN format or \"*\".",
                "``; Resource  must be in ARN format or \"*\".",
                "a:nowhere; Partition \"nowhere\" is not valid for resource \"arn:nowhere:*:*:*:*\".",
                "a:b:rest; Partition \"b\" is not valid for resource \"arn:b:rest:*:*:*\".",
                "u:v:w:x:y:z:1:2; Partition \"v\" is not valid for resource \"arn:v:w:x:y:z:1:2\".",
                "aws:s3:::b; Partition \"s3\" is not valid for resource \"arn:s3:::b:*\".",
                "arn:moon:s3:::b; Partition \"moon\" is not valid for resource \"arn:moon:s3:::b\".",
                "arn:aws; Resource vendor must be fully qualified and cannot contain regexes.",
                "arn:aws:s*:::b; Resource vendor must be fully qualified and cannot contain regexes.",
                "arn:aws:iam:us-east-1::b; IAM resource arn:aws:iam:us-east-1::b cannot contain region information.",
                "arn:aws:s3:us-east-1::b; Resource arn:aws:s3:us-east-1::b can not contain region information.",
                "arn:aws:iam:::b; IAM resource path must either be \"*\", root, or start with user/, federated-user/, role/,"
                        + " group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/,"
                        + " oidc-provider/, report/, access-report/.",
            })
    void form_of_resources(String resource, String message) {
        String elements = "'Effect':'Allow','Action':'s3:ListBucket','Resource':['" + resource + "']";
        assertThat(problem(inStatement(elements))).hasMessage(message);
        assertThat(problem(
                        inStatement(elements.replace("s3:ListBucket", "s:3:x").replace("'Resource'", "'NotResource'"))))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "invalid; Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "``; Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "s3:List:Bucket; Actions/Condition can contain only one colon.",
                "a b:List; Vendor a b is not valid",
                "s3*:ListBucket; Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.",
                "s3?:Get; Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.",
                "*:Describe*; Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.",
            })
    void form_of_actions(String action, String message) {
        assertThat(problem(inStatement("'Effect':'Allow','NotAction':'" + action + "','Resource':'*'")))
                .hasMessage(message);
        assertThat(problem(inStatement("'Effect':'Allow','Action':['s3:x','" + action + "']")))
                .hasMessage(message);
    }

    @Test
    void statement_ids() {
        String twice = "{'Version':'2012-10-17','Statement':[{#,'Sid':'a'},{'Effect':'Allow','Sid':'a'}]}";
        assertThat(problem(twice.replace("#", WHOLE)))
                .hasMessage("Statement IDs (SID) in a single policy must be unique.");
        assertThat(problem(inStatement(WHOLE + ",'Sid':'not-plain'")))
                .hasMessage("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
                        + " expression [0-9A-Za-z]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#,'Principal':'*'", "#,'Principal':{'AWS':'123456789012'}", "#,'NotPrincipal':'*'"})
    void principals_are_not_for_identity_policies(String elements) {
        PolicyDocumentProblem problem = problem(inStatement(elements.replace("#", WHOLE)));
        assertThat(problem).hasMessage("Policy document should not specify a principal.");
        assertThat(problem.kind()).isEqualTo(PolicyDocumentProblem.Kind.PRINCIPAL);
    }

    /** Reported by users of CreateRole and CreatePolicy. */
    @Test
    void leading_spaces() {
        assertThat(problem(" " + inStatement(WHOLE))).hasMessage("JSON strings must not have leading spaces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "#,'Condition':{}",
                "#,'Condition':{'a':{}}",
                "#,'Condition':{'x':{},'y':{}}",
                "#,'Condition':{'DateGreaterThan':{}}",
                "#,'Condition':{'DateGreaterThan':{'a':[]}}",
                "#,'Condition':{'DateGreaterThan':{'a':'02T'}}",
                "#,'Condition':{'DateLessThan':{'a':'-292275054'}}",
                "#,'Condition':{'ForAnyValue:StringEqualsIfExists':{'a':'v'}}",
                "#,'Condition':{'Bool':{'aws:SecureTransport':true},'NumericLessThan':{'a':3.5}}",
                "#,'Sid':''",
                "'Effect':'Allow','Action':'iam: Get User ','Resource':'*'",
                "'Effect':'Allow','Action':'s3-s.x:List','Resource':['arn:aws:s3:::b','*']",
                "'Effect':'Allow','NotAction':'s3:x','NotResource':'*'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:thing'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam:::user/x'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam::123456789012:*'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam::123456789012:root'",
                "'Effect':'Allow','Action':'*:*','Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:invalid-service:us-east-1::x'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:us-west-2:123456789012:accesspoint/p/object/*'",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws-cn:s3:::b'",
            })
    void accepted(String elements) {
        String text = Policies.json(inStatement(elements.replace("#", WHOLE)));
        assertThatCode(() -> PolicyDocument.parse(text, PolicyDialect.MANAGED)).doesNotThrowAnyException();
    }

    @Test
    void documents_beyond_the_limits_are_refused() {
        assertThat(problem("{'Version':'2012-10-17'," + " ".repeat(140_000) + "'Statement':[]}"))
                .hasMessage(SYNTAX);
        assertThat(problem("[".repeat(100_000))).hasMessage(SYNTAX);
        assertThat(problem("{'a':".repeat(20_000))).hasMessage(SYNTAX);
        assertThat(problem(inStatement(WHOLE + ",'Sid':'\u4e2d'"))).hasMessage(SYNTAX);
    }

    @Test
    void a_problem_knows_where_it_is() {
        PolicyDocumentProblem problem = problem("{'Version':'2012-10-17',\n 'Statement':{'Effect':'Maybe'}}");
        assertThat(problem.kind()).isEqualTo(PolicyDocumentProblem.Kind.SYNTAX);
        assertThat(problem.position()).isEqualTo(new Position(2, 24));
        assertThat(problem.message()).isEqualTo(SYNTAX);
    }

    @Test
    void white_space_does_not_count_for_quotas() {
        PolicyDocument document =
                PolicyDocument.parse(Policies.json(inStatement(WHOLE)).replace(",", ", \n"), PolicyDialect.MANAGED);
        assertThat(document.sizeWithoutWhitespace())
                .isEqualTo(inStatement(WHOLE).length());
    }
}
