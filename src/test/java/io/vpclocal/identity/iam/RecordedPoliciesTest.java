package io.vpclocal.identity.iam;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that AWS took or refused in 2026, as recorded from PutRolePolicy, UpdateAssumeRolePolicy and CreateRole. */
@EmulatorTest
class RecordedPoliciesTest extends IamTestBase {

    private static final String LEGACY = "The policy failed legacy parsing";
    private static final String SYNTAX = "Syntax errors in policy.";

    @BeforeEach
    void role() {
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ArnLike | nope",
                "ArnLike | arn:aws:s3:b",
                "ArnLike | ${aws:PrincipalArn}",
                "ArnNotEquals | nope",
                "IpAddress | 203.0.113.999/24",
                "IpAddress | example.com",
                "IpAddress | 1.2.3",
                "NotIpAddress | 10.0.0.0/33",
                "IpAddress | '10.0.0.0/8 '",
                "NumericLessThan | abc",
                "NumericEquals | ' 10'",
                "NumericLessThanIfExists | 0x10",
                "DateGreaterThan | tomorrow",
                "DateGreaterThan | 2026/01/01",
                "DateGreaterThan | 2026-13-45"
            })
    void conditionsWithUnreadableValuesFailLegacyParsing(String operator, String value) {
        refused(condition(operator, value), LEGACY);
    }

    @ParameterizedTest
    @CsvSource({"BinaryEquals, !!!", "BinaryEquals, abc", "BinaryEquals, YWJj==", "NullIfExists, true"})
    void otherConditionsAreSyntaxErrors(String operator, String value) {
        refused(condition(operator, value), SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ArnLike | arn:*:s3:::b",
                "ArnLike | arn:aws:*:*:*:*",
                "ArnLike | *",
                "BinaryEquals | YWJj",
                "BinaryEquals | YWJjZA==",
                "IpAddress | 203.0.113.5",
                "IpAddress | 0.0.0.0/0",
                "IpAddress | 2001:db8::/32",
                "IpAddress | 2001:db8::1",
                "IpAddress | ::/0",
                "NumericLessThan | 10.5",
                "NumericLessThan | -1",
                "NumericLessThan | 1e3",
                "DateGreaterThan | 2026-01",
                "DateGreaterThan | 2026-01-01T00:00Z",
                "DateGreaterThan | 1767225600",
                "ForAllValues:Null | true"
            })
    void readableValuesAreTaken(String operator, String value) {
        put(condition(operator, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws-nope:s3:::b | Partition \"aws-nope\" is not valid for resource \"arn:aws-nope:s3:::b\".",
                "arn::s3:::b | Partition \"\" is not valid for resource \"arn::s3:::b\".",
                "arn:AWS:s3:::b | Partition \"AWS\" is not valid for resource \"arn:AWS:s3:::b\".",
                "arn:aws:s3:my-bucket:*:*" + " | Resource arn:aws:s3:my-bucket:*:* can not contain region information.",
                "arn:aws:s3:b | The policy failed legacy parsing",
                "arn:aws:s3:us-east-1::b | Resource arn:aws:s3:us-east-1::b can not contain region information.",
                "arn:aws:s3::111122223333:b | Resource arn:aws:s3::111122223333:b cannot contain an account id.",
                "arn:aws:route53:us-east-1::hostedzone/z"
                        + " | Resource arn:aws:route53:us-east-1::hostedzone/z can not contain region information.",
                "arn:aws:route53::111122223333:hostedzone/*"
                        + " | Resource arn:aws:route53::111122223333:hostedzone/* cannot contain an account id.",
                "arn:aws:s3*:::b | Resource vendor must be fully qualified and cannot contain regexes."
            })
    void resourcesThatAreRefused(String resource, String text) {
        refused(People.allowing("s3:*", resource), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:*:s3:::b",
                "arn:aws:s3:::b*",
                // In AWS's managed policies.
                "arn:aws:s3::*:codepipeline-*",
                "arn:aws:route53::*:hostedzone/*",
                // Guesses.
                "arn:aws:s3:*:*:b",
                "arn:aws:s3::${aws:PrincipalAccount}:b",
                "arn:aws:route53:*:*:*",
                "arn:aws:s3:us-east-1:111122223333:*",
                "arn:aws:s3:us-east-1:111122223333:accesspoint/ap",
                "arn:aws:cloudfront:us-east-1::x"
            })
    void resourcesThatAreTaken(String resource) {
        put(People.allowing("s3:*", resource));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:GetObject",
                "sts:*",
                "*",
                "sts:AssumeRoot",
                "sts:GetCallerIdentity",
                "sts:GetSessionToken",
                "sts:assumerole"
            })
    void rolesAreNotTrustedWithOtherActions(String action) {
        Expect.awsError(
                "MalformedPolicyDocument",
                "AssumeRole policy may only specify STS AssumeRole actions.",
                () -> trust(account, action));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sts:AssumeRole",
                "sts:AssumeRoleWithWebIdentity",
                "sts:AssumeRoleWithSAML",
                "sts:TagSession",
                "sts:SetSourceIdentity",
                "sts:SetContext",
                // A guess.
                "sts:AssumeRole*"
            })
    void rolesAreTrustedWithTheirActions(String action) {
        trust(account, action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "arn:aws:sts::111122223333:assumed-role/nobody/session",
                "arn:aws:iam::111122223333:user/*",
                "arn:aws:iam::111122223333:*",
                "111122223333 "
            })
    void principalsThatAreRefused(String principal) {
        Expect.awsError(
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"AWS\":\"" + principal + "\"",
                () -> trust(principal, "sts:AssumeRole"));
    }

    @Test
    void principalsThatAreTaken() {
        trust("*", "sts:AssumeRole");
        trust("1111-2222-3333", "sts:AssumeRole");
        trust("arn:aws:iam::111122223333:root", "sts:AssumeRole");
        trust("arn:aws:sts::" + account + ":assumed-role/r/session", "sts:AssumeRole");
    }

    /** Recorded for the boundary of CreateRole. */
    @Test
    void policiesArePolicies() {
        String arn = "arn:aws:iam::" + account + ":role/r";
        String text = "ARN " + arn + " is not valid.";
        Expect.awsError(
                "InvalidInput",
                text,
                () -> iam.createRole(r -> r.roleName("s")
                        .assumeRolePolicyDocument(People.trust(account))
                        .permissionsBoundary(arn)));
        Expect.awsError(
                "InvalidInput",
                text,
                () -> iam.attachRolePolicy(r -> r.roleName("r").policyArn(arn)));
    }

    private static String condition(String operator, String value) {
        return People.document("{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\""
                + operator + "\":{\"s3:key\":\"" + value + "\"}}}");
    }

    private void put(String document) {
        iam.putRolePolicy(r -> r.roleName("r").policyName("p").policyDocument(document));
    }

    private void refused(String document, String text) {
        Expect.awsError("MalformedPolicyDocument", text, () -> put(document));
    }

    private void trust(String principal, String action) {
        iam.updateAssumeRolePolicy(r -> r.roleName("r")
                .policyDocument(People.document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal
                        + "\"},\"Action\":\"" + action + "\"}")));
    }
}
