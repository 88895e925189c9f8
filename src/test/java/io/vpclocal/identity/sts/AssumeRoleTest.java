package io.vpclocal.identity.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Expected: STS API Reference, IAM User Guide on roles; texts recorded from AWS by others. */
@EmulatorTest
class AssumeRoleTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private final String account = Aws.newAccount();

    @Test
    void aSessionHasThePermissionsOfItsRole() {
        String role = people.role(account, "reader", account, People.allowing("ec2:Describe*"));
        AssumeRoleResponse assumed = rootSts().assumeRole(r -> r.roleArn(role).roleSessionName("me"));
        assertThat(assumed.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::" + account + ":assumed-role/reader/me");
        assertThat(assumed.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:me");
        assertThat(assumed.credentials().accessKeyId()).startsWith("ASIA");
        AwsCredentials session = People.session(assumed.credentials());
        ec2(session).describeVpcs();
        AwsServiceException denial =
                Expect.awsError("UnauthorizedOperation", () -> ec2(session).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(denial.awsErrorDetails().errorMessage())
                .contains("User: arn:aws:sts::" + account + ":assumed-role/reader/me is not authorized");
        assertThat(aws.sts(session).getCallerIdentity().userId())
                .isEqualTo(assumed.assumedRoleUser().assumedRoleId());
    }

    /** The rule: IAM User Guide, tags of IAM and STS. UNVERIFIED: code and text. */
    @Test
    void sessionTagsFollowTheRulesOfOtherTags() {
        String role = people.role(account, "reader", account, People.allowing("ec2:Describe*"));
        Expect.awsError(
                "InvalidParameterValue", "Tag keys beginning with aws: are reserved for system use.", () -> rootSts()
                        .assumeRole(r -> r.roleArn(role).roleSessionName("me").tags(t -> t.key("AWS:team")
                                .value("web"))));
    }

    @Test
    void sessionPoliciesLimit() {
        String role = people.role(account, "writer", account, People.allowing("ec2:*"));
        AssumeRoleResponse assumed = rootSts()
                .assumeRole(r -> r.roleArn(role).roleSessionName("me").policy(People.allowing("ec2:DescribeVpcs")));
        assertThat(assumed.packedPolicySize()).isPositive();
        AwsCredentials session = People.session(assumed.credentials());
        ec2(session).describeVpcs();
        AwsServiceException denial =
                Expect.awsError("UnauthorizedOperation", () -> ec2(session).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(denial.awsErrorDetails().errorMessage())
                .contains("because no session policy allows the ec2:CreateVpc action.");
        AwsCredentials byArn = People.session(rootSts()
                .assumeRole(r -> r.roleArn(role)
                        .roleSessionName("me")
                        .policyArns(p -> p.arn("arn:aws:iam::aws:policy/AmazonVPCReadOnlyAccess")))
                .credentials());
        ec2(byArn).describeVpcs();
        Expect.awsError("UnauthorizedOperation", () -> ec2(byArn).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
    }

    @Test
    void crossAccountAccessNeedsBothPolicies() {
        String other = Aws.newAccount();
        String role = people.role(account, "shared", other, People.allowing("ec2:*"));
        AwsCredentials ana = people.user(other, "ana");
        Expect.awsError(
                "AccessDenied",
                "User: arn:aws:iam::" + other + ":user/ana is not authorized to perform: sts:AssumeRole on resource: "
                        + role + " because no identity-based policy allows the sts:AssumeRole action",
                () -> assume(ana, role));
        people.allow(other, "ana", People.allowing("sts:AssumeRole", role));
        AwsCredentials session = People.session(assume(ana, role));
        String vpc =
                ec2(session).createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        assertThat(aws.ec2(account).describeVpcs(r -> r.vpcIds(vpc)).vpcs()).hasSize(1);
        AwsCredentials stranger = people.user(Aws.newAccount(), "ana", People.allowing("sts:AssumeRole"));
        assertThat(Expect.awsError("AccessDenied", () -> assume(stranger, role))
                        .awsErrorDetails()
                        .errorMessage())
                .endsWith("because no role trust policy allows the sts:AssumeRole action");
    }

    /** IAM User Guide: within an account a trust policy that names the user is enough. */
    @Test
    void aTrustPolicyThatNamesTheUserIsEnoughInOneAccount() {
        AwsCredentials ana = people.user(account, "ana");
        AwsCredentials bob = people.user(account, "bob");
        String role = people.role(account, "anas", "arn:aws:iam::" + account + ":user/ana", People.allowing("ec2:*"));
        assertThat(assume(ana, role).accessKeyId()).startsWith("ASIA");
        Expect.awsError("AccessDenied", () -> assume(bob, role));
    }

    @Test
    void missingRolesGetTheErrorOfRolesThatDoNotTrustTheCaller() {
        String missing = "arn:aws:iam::" + account + ":role/missing";
        assertThat(Expect.awsError("AccessDenied", () -> assume(Aws.root(account), missing))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("is not authorized to perform: sts:AssumeRole on resource: " + missing);
        Expect.awsError(
                "ValidationError",
                "no-arn-but-long-enough is invalid",
                () -> assume(Aws.root(account), "no-arn-but-long-enough"));
    }

    /** Recorded from AWS: the name of the session is checked before the ARN. */
    @Test
    void theSessionNameIsCheckedFirst() {
        Expect.awsError(
                "ValidationError",
                "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [\\w+=,.@-]*",
                () -> aws.sts(Aws.root(account)).assumeRole(r -> r.roleArn("arn:a:b:::something/test-role")
                        .roleSessionName("Session1:2")));
    }

    @Test
    void theExternalIdMustMatch() {
        aws.iam(Aws.root(account)).createRole(r -> r.roleName("partner")
                .assumeRolePolicyDocument(People.document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                        + account + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":"
                        + "{\"sts:ExternalId\":\"shared\"}}}")));
        String role = "arn:aws:iam::" + account + ":role/partner";
        Expect.awsError("AccessDenied", () -> assume(Aws.root(account), role));
        Expect.awsError("AccessDenied", () -> rootSts()
                .assumeRole(r -> r.roleArn(role).roleSessionName("me").externalId("wrong")));
        rootSts().assumeRole(r -> r.roleArn(role).roleSessionName("me").externalId("shared"));
    }

    @Test
    void sessionTagsAreEvaluatedAndInherited() {
        String policy = People.document(
                "{\"Effect\":\"Allow\",\"Action\":\"ec2:DescribeVpcs\",\"Resource\":\"*\",\"Condition\":"
                        + "{\"StringEquals\":{\"aws:PrincipalTag/team\":\"red\"}}}",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}");
        String role = people.role(account, "tagged", account, policy);
        String next = people.role(account, "next", account, policy);
        AwsCredentials red = tagged(role, "red");
        ec2(red).describeVpcs();
        AwsCredentials chained = People.session(assume(red, next));
        ec2(chained).describeVpcs();
        Expect.awsError("UnauthorizedOperation", () -> ec2(tagged(role, "blue")).describeVpcs());
        Expect.awsError("InvalidParameterValue", () -> aws.sts(red)
                .assumeRole(r -> r.roleArn(next).roleSessionName("me").tags(t -> t.key("team")
                        .value("blue"))));
    }

    /** Recorded from AWS. */
    @Test
    void transitiveKeysAreTagsInAnyCase() {
        String policy = People.allowing("sts:*");
        String role = people.role(account, "tagged", account, policy);
        String next = people.role(account, "next", account, policy);
        Expect.awsError(
                "InvalidParameterValue",
                "The specified transitive tag key must be included in the requested tags.",
                () -> rootSts().assumeRole(r -> r.roleArn(role)
                        .roleSessionName("me")
                        .tags(t -> t.key("Team").value("red"))
                        .transitiveTagKeys("other")));
        Expect.awsError("InvalidParameterValue", () -> rootSts()
                .assumeRole(r -> r.roleArn(role).roleSessionName("me").transitiveTagKeys("Team")));
        AwsCredentials session = People.session(rootSts()
                .assumeRole(r -> r.roleArn(role)
                        .roleSessionName("me")
                        .tags(t -> t.key("Team").value("red"))
                        .transitiveTagKeys("team", "TEAM"))
                .credentials());
        for (String key : new String[] {"Team", "team"}) {
            Expect.awsError(
                    "InvalidParameterValue",
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag"
                            + " key from the calling session.",
                    () -> aws.sts(session).assumeRole(r -> r.roleArn(next)
                            .roleSessionName("me")
                            .tags(t -> t.key(key).value("blue"))));
        }
    }

    /** Recorded from AWS. Open root keys can assume roles by our own choice. */
    @Test
    void rootUsersCannotAssumeRolesExceptWithAnOpenKey() {
        String role = people.role(account, "reader", account, People.allowing("ec2:*"));
        assertThat(assume(Aws.root(account), role).accessKeyId()).startsWith("ASIA");
        AccessKey key = aws.iam(Aws.root(account)).createAccessKey().accessKey();
        AwsCredentials root = AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
        assertThat(aws.sts(root).getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + account + ":root");
        AwsCredentials token = People.session(aws.sts(root).getSessionToken().credentials());
        for (AwsCredentials caller : new AwsCredentials[] {root, token}) {
            for (String named : new String[] {role, role + "-that-is-missing"}) {
                Expect.awsError(
                        "AccessDenied", "Roles may not be assumed by root accounts.", () -> assume(caller, named));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"899, ValidationError", "43201, ValidationError", "3601, ValidationError"})
    void durationsHaveLimits(int seconds, String code) {
        String role = people.role(account, "short", account, People.allowing("ec2:*"));
        Expect.awsError(code, () -> rootSts()
                .assumeRole(r -> r.roleArn(role).roleSessionName("me").durationSeconds(seconds)));
    }

    @Test
    void chainedSessionsLastAnHour() {
        String role = people.role(account, "long", account, People.allowing("sts:AssumeRole"));
        aws.iam(Aws.root(account)).updateRole(r -> r.roleName("long").maxSessionDuration(43_200));
        Credentials first = rootSts()
                .assumeRole(r -> r.roleArn(role).roleSessionName("me").durationSeconds(43_200))
                .credentials();
        Expect.awsError(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
                () -> aws.sts(People.session(first))
                        .assumeRole(r -> r.roleArn(role).roleSessionName("me").durationSeconds(3_601)));
    }

    @Test
    void namesAreChecked() {
        String role = people.role(account, "reader", account, People.allowing("ec2:*"));
        Expect.awsError(
                "ValidationError",
                "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must"
                        + " satisfy regular expression pattern: [\\w+=,.@-]*",
                () -> rootSts().assumeRole(r -> r.roleArn(role).roleSessionName("a b")));
    }

    @Test
    void largeSessionsAreRefused() {
        String role = people.role(account, "reader", account, People.allowing("ec2:*"));
        Expect.awsError("PackedPolicyTooLarge", () -> rootSts().assumeRole(r -> r.roleArn(role)
                .roleSessionName("me")
                .policy(People.allowing("ec2:*", "arn:aws:ec2:::vpc/" + "x".repeat(2_100)))));
        Expect.awsError("MalformedPolicyDocument", () -> rootSts()
                .assumeRole(r -> r.roleArn(role).roleSessionName("me").policy("no json")));
    }

    private AwsCredentials tagged(String role, String team) {
        return People.session(rootSts()
                .assumeRole(r -> r.roleArn(role)
                        .roleSessionName("me")
                        .tags(t -> t.key("team").value(team))
                        .transitiveTagKeys("team"))
                .credentials());
    }

    private Credentials assume(AwsCredentials caller, String role) {
        return aws.sts(caller)
                .assumeRole(r -> r.roleArn(role).roleSessionName("me"))
                .credentials();
    }

    private StsClient rootSts() {
        return aws.sts(Aws.root(account));
    }

    private Ec2Client ec2(AwsCredentials credentials) {
        return aws.ec2(credentials, Region.US_EAST_1);
    }
}
