package io.vpclocal.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * ARNs of another partition of AWS. Recorded: resources of CreatePolicy and PutRolePolicy, policies of AttachRolePolicy, in
 * China, GovCloud and the European Sovereign Cloud. UNVERIFIED: session policies, trust policies, and the ARNs of the other
 * actions.
 */
@EmulatorTest
class PartitionTest extends IamTestBase {

    private static final String MANAGED = ":iam::aws:policy/ReadOnlyAccess";

    @ParameterizedTest
    @CsvSource({
        "us-east-1, aws, aws-cn",
        "us-east-1, aws, aws-us-gov",
        "cn-north-1, aws-cn, aws",
        "us-gov-west-1, aws-us-gov, aws"
    })
    void policiesNameOnlyResourcesOfTheirPartition(String region, String own, String other) {
        IamClient here = aws.iam(Aws.root(account), Region.of(region));
        String foreign = allowing("arn:" + other + ":ec2:*:*:subnet/*");
        String text = "Partition \"" + other + "\" is not valid for resource \"arn:" + other + ":ec2:*:*:subnet/*\".";
        here.createRole(r ->
                r.roleName("r").assumeRolePolicyDocument(People.trust("arn:" + own + ":iam::" + account + ":root")));
        here.createPolicy(r -> r.policyName("own").policyDocument(allowing("arn:" + own + ":ec2:*:*:subnet/*")));
        String arn = "arn:" + own + ":iam::" + account + ":policy/own";
        for (Runnable call : List.<Runnable>of(
                () -> here.createPolicy(r -> r.policyName("p").policyDocument(foreign)),
                () -> here.createPolicyVersion(r -> r.policyArn(arn).policyDocument(foreign)),
                () -> here.putRolePolicy(r -> r.roleName("r").policyName("p").policyDocument(foreign)))) {
            refused(call, "MalformedPolicyDocument", text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, aws, aws-cn",
        "us-east-1, aws, aws-eusc",
        "cn-north-1, aws-cn, aws",
        "us-gov-west-1, aws-us-gov, aws"
    })
    void policiesAreOfTheAccountsPartition(String region, String own, String other) {
        IamClient here = aws.iam(Aws.root(account), Region.of(region));
        String trust = People.trust("arn:" + own + ":iam::" + account + ":root");
        here.createRole(r -> r.roleName("r").assumeRolePolicyDocument(trust));
        here.createUser(r -> r.userName("u"));
        here.createGroup(r -> r.groupName("g"));
        String arn = "arn:" + other + MANAGED;
        for (Runnable call : List.<Runnable>of(
                () -> here.attachRolePolicy(r -> r.roleName("r").policyArn(arn)),
                () -> here.attachUserPolicy(r -> r.userName("u").policyArn(arn)),
                () -> here.attachGroupPolicy(r -> r.groupName("g").policyArn(arn)),
                () -> here.detachRolePolicy(r -> r.roleName("r").policyArn(arn)),
                () -> here.putRolePermissionsBoundary(r -> r.roleName("r").permissionsBoundary(arn)),
                () -> here.createUser(r -> r.userName("v").permissionsBoundary(arn)),
                () -> here.createRole(
                        r -> r.roleName("s").assumeRolePolicyDocument(trust).permissionsBoundary(arn)),
                () -> here.getPolicy(r -> r.policyArn(arn)),
                () -> here.listPolicyVersions(r -> r.policyArn(arn)),
                () -> here.tagPolicy(r -> r.policyArn(arn).tags(t -> t.key("k").value("v"))))) {
            refused(call, "ValidationError", "Invalid ARN partition");
        }
        here.attachRolePolicy(r -> r.roleName("r").policyArn("arn:" + own + MANAGED));
    }

    @Test
    void rolesTrustPrincipalsOfTheirPartition() {
        for (String principal : List.of("root", "user/u", "role/r")) {
            String arn = "arn:aws-cn:iam::" + account + ":" + principal;
            refused(
                    () -> iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(arn))),
                    "MalformedPolicyDocument",
                    "Invalid principal in policy: \"AWS\":\"" + arn + "\"");
        }
        IamClient china = aws.iam(Aws.root(account), Region.of("cn-north-1"));
        china.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        assertThat(china.getRole(r -> r.roleName("r")).role().assumeRolePolicyDocument())
                .contains("arn%3Aaws-cn%3Aiam%3A%3A" + account + "%3Aroot");
    }

    @Test
    void sessionPoliciesNameOnlyResourcesOfTheirPartition() {
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        refused(
                () -> aws.sts(Aws.root(account)).assumeRole(r -> r.roleArn("arn:aws:iam::" + account + ":role/r")
                        .roleSessionName("session")
                        .policy(allowing("arn:aws-cn:s3:::b/*"))),
                "MalformedPolicyDocument",
                "Partition \"aws-cn\" is not valid for resource \"arn:aws-cn:s3:::b/*\".");
    }

    private static String allowing(String resource) {
        return People.allowing("ec2:*", resource);
    }

    private static void refused(Runnable call, String code, String text) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(text);
        });
    }
}
