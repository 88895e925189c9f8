package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of trust, resource and endpoint policies. Texts are recorded from AWS unless a test says otherwise. */
class ResourceSideValidationTest {

    private static PolicyDocumentProblem problem(String text, PolicyDialect dialect) {
        return catchThrowableOfType(
                PolicyDocumentProblem.class, () -> PolicyDocument.parse(Policies.json(text), dialect));
    }

    private static PolicyDocumentProblem trustProblem(String elements) {
        return problem(
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow'," + elements + "}]}", PolicyDialect.TRUST);
    }

    private static final String LAMBDA = "'Principal':{'Service':'lambda.amazonaws.com'}";
    private static final String BAD_ACTION =
            "AssumeRole policy may only specify STS AssumeRole actions.";

    @Test
    void trust_policy_that_is_not_json() {
        assertThat(problem("{", PolicyDialect.TRUST)).hasMessage("This policy contains invalid Json");
    }

    /**
     * Texts that another emulator's authors found at AWS, where CreateRole words trust policies as Amazon S3 words bucket
     * policies. An older recording of UpdateAssumeRolePolicy has other texts for actions and a full stop after "Resource".
     * UNVERIFIED: an effect in lower case.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'Version':'2020-01-01','Statement':[{'Effect':'Allow',P,A}]}"
                        + " | The policy must contain a valid version string",
                "{'Version':'2012-10-17','Statement':[]} | Could not parse the policy: Statement is empty!",
                "{'Version':'2012-10-17'} | Could not parse the policy: Statement is empty!",
                "{'Statement':{'Effect':'Maybe',P,A}} | Invalid effect: Maybe",
                "{'Statement':{'Effect':'allow',P,A}} | Invalid effect: allow",
                "{'Statement':{P,A}} | Missing required field Effect",
                "{'Statement':{'Effect':'Allow',A}} | Missing required field Principal",
                "{'Statement':{'Effect':'Allow','Principal':{},A}} | Missing required field Principal cannot be empty!",
                "{'Statement':{'Effect':'Allow','Principal':['a'],A}} | Syntax error in policy.",
                "{'Statement':{'Effect':'Allow','NotPrincipal':{'AWS':'*'},A}} | Allow with NotPrincipal is not allowed.",
                "{'Statement':{'Effect':'Deny','NotPrincipal':{'AWS':'*'},A}}"
                        + " | AssumeRole policy must not contain NotPrincipal field.",
                "{'Statement':{'Effect':'Allow',P}} | Missing required field Action",
                "{'Statement':{'Effect':'Allow',P,A,'NotAction':'sts:TagSession'}} | Syntax error in policy.",
                "{'Statement':{'Effect':'Deny',P,'NotAction':'s3:GetObject'}}"
                        + " | AssumeRole policy may only specify STS AssumeRole actions.",
                "{'Statement':{'Effect':'Allow',P,A,'NotResource':'*'}}"
                        + " | AssumeRole policy must not contain resources.",
                "{'Statement':[{'Sid':'D','Effect':'Allow',P,A},{'Sid':'D','Effect':'Allow',P,A}]}"
                        + " | The Statement Ids in the policy are not unique",
            })
    void trust_policies_have_texts_of_their_own(String document, String text) {
        String filled = document.replace("P,", "'Principal':{'AWS':'*'},")
                .replace("P}", "'Principal':{'AWS':'*'}}")
                .replace("A}", "'Action':'sts:AssumeRole'}")
                .replace("A,", "'Action':'sts:AssumeRole',");
        assertThat(problem(filled, PolicyDialect.TRUST)).hasMessage(text);
    }

    @Test
    void trust_policy_with_excepted_actions() {
        String text = "{'Statement':{'Effect':'Deny'," + LAMBDA + ",'NotAction':'sts:AssumeRole'}}";
        assertThat(problem(text, PolicyDialect.TRUST)).isNull();
    }

    @Test
    void trust_policy_with_resource() {
        assertThat(trustProblem(LAMBDA + ",'Action':'sts:AssumeRole','Resource':'*'"))
                .hasMessage("Has prohibited field Resource");
    }

    /** The first is recorded from AWS. It follows that the JSON is parsed before leading white space is checked. */
    @ParameterizedTest
    @ValueSource(strings = {"\n  {\"Version\":\"2012-10-17\",", " ", "\t[", "\r\n{]", " no json"})
    void invalid_trust_policy_after_white_space(String text) {
        assertThat(problem(text, PolicyDialect.TRUST)).hasMessage("This policy contains invalid Json");
    }

    @Test
    void valid_trust_policy_after_white_space() {
        String text = Policies.json(" {'Statement':{'Effect':'Allow'," + LAMBDA + ",'Action':'sts:AssumeRole'}}");
        assertThat(problem(text, PolicyDialect.TRUST)).hasMessage("JSON strings must not have leading spaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:GetObject", "*", "sts:GetCallerIdentity", "AssumeRole"})
    void trust_policy_with_other_actions(String action) {
        assertThat(trustProblem(LAMBDA + ",'Action':['sts:AssumeRole','" + action + "']"))
                .hasMessage(BAD_ACTION);
    }

    @Test
    void trust_policy_without_principal_is_refused() {
        assertThat(trustProblem("'Action':'sts:AssumeRole'").kind()).isEqualTo(PolicyDocumentProblem.Kind.PRINCIPAL);
        assertThat(trustProblem("'NotPrincipal':'*','Action':'sts:AssumeRole'").kind())
                .isEqualTo(PolicyDocumentProblem.Kind.PRINCIPAL);
    }

    /** The roles of terraform-aws-modules/iam are written so, and AWS takes them. Our guess: one type must have a value. */
    @Test
    void one_type_of_principal_may_be_empty_beside_another() {
        String root = "'Principal':{'AWS':'arn:aws:iam::123456789012:root','Service':%s},'Action':'sts:AssumeRole'";
        assertThat(trustProblem(root.formatted("[]"))).isNull();
        assertThat(trustProblem("'Principal':{'AWS':[],'Service':[]},'Action':'sts:AssumeRole'"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS,       arn:aws:iam::123456789012:group/g",
        "AWS,       arn:aws:iam::123456789012:role/*",
        "AWS,       arn:aws:iam::123456789012:user/",
        "AWS,       arn:aws:iam::12345:root",
        "AWS,       arn:aws:sts::123456789012:assumed-role/r",
        "AWS,       ana",
        "AWS,       12345678901",
    })
    void invalid_principal(String type, String value) {
        assertThat(trustProblem("'Principal':{'" + type + "':['" + value + "']},'Action':'sts:AssumeRole'"))
                .hasMessage("Invalid principal in policy: \"" + type + "\":\"" + value + "\"");
    }

    @Test
    void no_wildcard_for_identity_providers() {
        assertThat(trustProblem("'Principal':{'Federated':'*'},'Action':'sts:AssumeRoleWithSAML'"))
                .hasMessage("Federated principals must be valid domain names or SAML metadata ARNs");
    }

    @Test
    void no_wildcard_for_services() {
        assertThat(trustProblem("'Principal':{'Service':'*'},'Action':'sts:AssumeRole'"))
                .hasMessage("Invalid principal in policy: \"SERVICE\":\"*\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*'",
                "'Principal':{'AWS':'*'}",
                "'Principal':{'AWS':['123456789012','arn:aws:iam::123456789012:root','arn:aws:iam::123456789012:user/a/b']}",
                "'Principal':{'AWS':'arn:aws:sts::123456789012:assumed-role/r/s'}",
                "'Principal':{'AWS':'arn:aws:sts::123456789012:federated-user/n'}",
                "'Principal':{'AWS':'AROAABCDEFGHIJKLMNOPQ'}",
                "'Principal':{'Service':['ec2.amazonaws.com','vpc-flow-logs.amazonaws.com']}",
                "'Principal':{'Federated':'cognito-identity.amazonaws.com'}",
            })
    void accepted_trust_policies(String principal) {
        String text = Policies.json(
                "{'Statement':{'Effect':'Allow'," + principal
                        + ",'Action':['sts:AssumeRole','sts:TagSession','sts:SetSourceIdentity','sts:AssumeRoleWithWebIdentity']}}");
        assertThatCode(() -> PolicyDocument.parse(text, PolicyDialect.TRUST)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Allow','Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','NotPrincipal':'*','Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','Principal':{},'Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','Principal':{'AWS':[]},'Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','Principal':'ana','Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','Principal':{'Nobody':'x'},'Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','Principal':{'Federated':'x'},'Action':'logs:*','Resource':'*'",
                "'Effect':'Allow','Principal':'*','Action':'logs:*'",
                "'Effect':'Allow','Principal':'*','NotPrincipal':'*','Action':'logs:*','Resource':'*'",
            })
    void refused_resource_and_endpoint_policies(String elements) {
        String text = "{'Statement':[{" + elements + "}]}";
        assertThat(problem(text, PolicyDialect.RESOURCE)).isNotNull();
        assertThat(problem(text, PolicyDialect.GATEWAY_ENDPOINT).message())
                .startsWith("The Policy Document is not valid. Syntax error at position (1,");
    }

    /** The text is recorded from EC2. UNVERIFIED: the position is the first invalid character. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{; 1,2",
                "x; 1,1",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'}],}; 1,79",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*','Condition':{'test':'StringEquals'}}]}; 1,97",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*','Condition':{'Bogus':{'a':'b'}}}]}; 1,90",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'bucket','Principal':'*'}]}; 1,57",
            })
    void endpoint_policy_problems_carry_the_position(String text, String position) {
        assertThat(problem(text, PolicyDialect.INTERFACE_ENDPOINT))
                .hasMessage("The Policy Document is not valid. Syntax error at position (" + position + ")");
    }

    @Test
    void positions_count_lines() {
        assertThat(problem("{\n  'Statement': [\n    {'Effect' 'Allow'}\n]}", PolicyDialect.GATEWAY_ENDPOINT))
                .hasMessage("The Policy Document is not valid. Syntax error at position (3,15)");
    }

    /** Rules: AWS documentation, PrivateLink guide. UNVERIFIED: the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Resource':'*','Condition':{'StringLike':{'aws:PrincipalAccount':'12345*'}}",
                "'Resource':'*','Condition':{'StringNotLike':{'aws:SourceVpc':'vpc-?'}}",
                "'Resource':'*','Condition':{'NumericEquals':{'aws:PrincipalAccount':'123456789012'}}",
                "'Resource':'arn:aws:ec2:us-east-1:1234*:vpc/*'",
                "'Resource':'*','Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::1234*:role/x'}}",
            })
    void restrictions_of_endpoint_policies(String elements) {
        String text = "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'*'," + elements + "}]}";
        assertThat(problem(text, PolicyDialect.INTERFACE_ENDPOINT)).isNotNull();
        assertThatCode(() -> PolicyDocument.parse(Policies.json(text), PolicyDialect.RESOURCE))
                .doesNotThrowAnyException();
    }

    @Test
    void endpoint_policies_accept_hyphens_in_sids() {
        String text = Policies.json(
                "{'Statement':[{'Sid':'Access-to-bucket-only','Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}]}");
        assertThatCode(() -> EndpointPolicy.ofGateway(text)).doesNotThrowAnyException();
    }
}
