package io.vpclocal.identity.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Expected texts: recorded from AWS by others; limits: IAM User Guide, quotas. */
@EmulatorTest
class PolicyTest extends IamTestBase {

    private static final String DOCUMENT = People.allowing("ec2:Describe*");

    @Test
    void policiesHaveVersions() {
        Policy made = iam.createPolicy(
                        r -> r.policyName("p").path("/x/").description("d").policyDocument(DOCUMENT))
                .policy();
        assertThat(made.arn()).isEqualTo("arn:aws:iam::" + account + ":policy/x/p");
        assertThat(made.policyId()).matches("ANPA[A-Z2-7]{17}");
        assertThat(made.defaultVersionId()).isEqualTo("v1");
        for (int i = 2; i <= 5; i++) {
            iam.createPolicyVersion(r -> r.policyArn(made.arn()).policyDocument(People.allowing("ec2:*")));
        }
        Expect.awsError(
                "LimitExceeded",
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an"
                        + " existing version.",
                () -> iam.createPolicyVersion(r -> r.policyArn(made.arn()).policyDocument(DOCUMENT)));
        iam.setDefaultPolicyVersion(r -> r.policyArn(made.arn()).versionId("v3"));
        Expect.awsError(
                "DeleteConflict",
                () -> iam.deletePolicyVersion(r -> r.policyArn(made.arn()).versionId("v3")));
        iam.deletePolicyVersion(r -> r.policyArn(made.arn()).versionId("v5"));
        assertThat(iam.createPolicyVersion(r -> r.policyArn(made.arn()).policyDocument(DOCUMENT))
                        .policyVersion()
                        .versionId())
                .as("version numbers are not reused")
                .isEqualTo("v6");
        assertThat(iam.listPolicyVersions(r -> r.policyArn(made.arn())).versions())
                .extracting(PolicyVersion::versionId)
                .containsExactly("v6", "v4", "v3", "v2", "v1");
        assertThat(iam.getPolicy(r -> r.policyArn(made.arn())).policy().defaultVersionId())
                .isEqualTo("v3");
    }

    /** IAM API Reference: documents in responses are URL-encoded after RFC 3986. */
    @Test
    void documentsComeBackPercentEncoded() {
        String text = "{ \"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"ec2:*\","
                + " \"Resource\": \"arn:aws:ec2:*:*:vpc/~+\"} }";
        String arn = iam.createPolicy(r -> r.policyName("p").policyDocument(text))
                .policy()
                .arn();
        String encoded = iam.getPolicyVersion(r -> r.policyArn(arn).versionId("v1"))
                .policyVersion()
                .document();
        assertThat(encoded)
                .startsWith("%7B%20%22Version%22%3A%20")
                .contains("%2A")
                .contains("~%2B")
                .doesNotContain("+");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void usedPoliciesCannotBeDeleted() {
        String arn = iam.createPolicy(r -> r.policyName("p").policyDocument(DOCUMENT))
                .policy()
                .arn();
        iam.createGroup(r -> r.groupName("g"));
        iam.attachGroupPolicy(r -> r.groupName("g").policyArn(arn));
        Expect.awsError(
                "DeleteConflict",
                "Cannot delete a policy attached to entities.",
                () -> iam.deletePolicy(r -> r.policyArn(arn)));
        assertThat(iam.listEntitiesForPolicy(r -> r.policyArn(arn)).policyGroups())
                .extracting(PolicyGroup::groupName)
                .containsExactly("g");
        assertThat(iam.getPolicy(r -> r.policyArn(arn)).policy().attachmentCount())
                .isEqualTo(1);
        iam.detachGroupPolicy(r -> r.groupName("g").policyArn(arn));
        iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(DOCUMENT));
        Expect.awsError("DeleteConflict", () -> iam.deletePolicy(r -> r.policyArn(arn)));
        iam.deletePolicyVersion(r -> r.policyArn(arn).versionId("v2"));
        iam.deletePolicy(r -> r.policyArn(arn));
        Expect.awsError(
                "NoSuchEntity", "Policy " + arn + " was not found.", () -> iam.getPolicy(r -> r.policyArn(arn)));
    }

    /** Recorded from CreateRole and from a deployment. */
    @Test
    void onlyWhatExistsCanBeAPermissionsBoundary() {
        iam.createUser(r -> r.userName("ana"));
        iam.createRole(r -> r.roleName("web").assumeRolePolicyDocument(People.trust(account)));
        String missing = "arn:aws:iam::" + account + ":policy/missing";
        String text = "Scope ARN: " + missing + " does not exist or is not attachable.";
        Expect.awsError(
                "NoSuchEntity",
                text,
                () -> iam.createUser(r -> r.userName("bob").permissionsBoundary(missing)));
        Expect.awsError(
                "NoSuchEntity",
                text,
                () -> iam.createRole(r -> r.roleName("db")
                        .assumeRolePolicyDocument(People.trust(account))
                        .permissionsBoundary(missing)));
        Expect.awsError(
                "NoSuchEntity",
                text,
                () -> iam.putUserPermissionsBoundary(r -> r.userName("ana").permissionsBoundary(missing)));
        Expect.awsError(
                "NoSuchEntity",
                text,
                () -> iam.putRolePermissionsBoundary(r -> r.roleName("web").permissionsBoundary(missing)));
    }

    @Test
    void onlyWhatExistsCanBeAttached() {
        iam.createUser(r -> r.userName("ana"));
        String missing = "arn:aws:iam::" + account + ":policy/missing";
        Expect.awsError(
                "NoSuchEntity",
                "Policy " + missing + " does not exist or is not attachable.",
                () -> iam.attachUserPolicy(r -> r.userName("ana").policyArn(missing)));
        Expect.awsError(
                "ValidationError",
                "Invalid ARN:  Could not be parsed!",
                () -> iam.attachUserPolicy(r -> r.userName("ana").policyArn("AdministratorAccess-and-more")));
        Expect.awsError(
                "NoSuchEntity",
                "Policy arn:aws:iam::aws:policy/ReadOnlyAccess was not found.",
                () -> iam.detachUserPolicy(r -> r.userName("ana").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")));
    }

    /** Recorded from AWS. */
    @Test
    void aRoleHasMorePolicies() {
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust("123456789012")));
        for (int i = 0; i < 20; i++) {
            String name = "p" + i;
            String arn = iam.createPolicy(r -> r.policyName(name).policyDocument(DOCUMENT))
                    .policy()
                    .arn();
            iam.attachRolePolicy(r -> r.roleName("r").policyArn(arn));
        }
        Expect.awsError(
                "LimitExceeded",
                "Cannot exceed quota for PoliciesPerRole: 20",
                () -> iam.attachRolePolicy(r -> r.roleName("r").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")));
    }

    @Test
    void tenPoliciesAreEnough() {
        iam.createUser(r -> r.userName("ana"));
        for (int i = 0; i < 10; i++) {
            String name = "p" + i;
            String arn = iam.createPolicy(r -> r.policyName(name).policyDocument(DOCUMENT))
                    .policy()
                    .arn();
            iam.attachUserPolicy(r -> r.userName("ana").policyArn(arn));
        }
        Expect.awsError(
                "LimitExceeded",
                "Cannot exceed quota for PoliciesPerUser: 10",
                () -> iam.attachUserPolicy(r -> r.userName("ana").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdministratorAccess",
                "AmazonEC2FullAccess",
                "AmazonEC2ReadOnlyAccess",
                "AmazonVPCFullAccess",
                "AmazonVPCReadOnlyAccess",
                "CloudWatchLogsFullAccess",
                "CloudWatchLogsReadOnlyAccess",
                "IAMFullAccess",
                "IAMReadOnlyAccess",
                "PowerUserAccess",
                "ReadOnlyAccess"
            })
    void awsProvidesPolicies(String name) {
        String arn = "arn:aws:iam::aws:policy/" + name;
        Policy policy = iam.getPolicy(r -> r.policyArn(arn)).policy();
        assertThat(policy.policyName()).isEqualTo(name);
        assertThat(iam.getPolicyVersion(r -> r.policyArn(arn).versionId(policy.defaultVersionId()))
                        .policyVersion()
                        .document())
                .contains("2012-10-17");
        iam.createUser(r -> r.userName("ana"));
        iam.attachUserPolicy(r -> r.userName("ana").policyArn(arn));
        assertThat(iam.listPolicies(r -> r.scope("AWS").onlyAttached(true)).policies())
                .extracting(Policy::arn)
                .containsExactly(arn);
        Expect.awsError("AccessDenied", () -> iam.deletePolicy(r -> r.policyArn(arn)));
    }

    /** Verified at AWS by another emulator's authors, and reported by users. Policy variables need the newer version. */
    @Test
    void inlinePoliciesHaveAnyVersion() {
        String old = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:GetUser\",\"Resource\":\"*\"}}";
        iam.createUser(r -> r.userName("old"));
        iam.createGroup(r -> r.groupName("old"));
        iam.createRole(r -> r.roleName("old").assumeRolePolicyDocument(People.trust(account)));
        iam.putUserPolicy(r -> r.userName("old").policyName("p").policyDocument(old));
        iam.putGroupPolicy(r -> r.groupName("old").policyName("p").policyDocument(old));
        iam.putRolePolicy(r -> r.roleName("old").policyName("p").policyDocument(old));
        Expect.awsError(
                "MalformedPolicyDocument",
                "Policy document must be version 2012-10-17 or greater.",
                () -> iam.createPolicy(r -> r.policyName("old").policyDocument(old)));
        AwsCredentials user = people.key(account, "old");
        assertThat(aws.iam(user).getUser().user().userName()).isEqualTo("old");
    }

    @Test
    void inlinePoliciesCountTogetherWithoutWhiteSpace() {
        iam.createUser(r -> r.userName("ana"));
        String large = People.allowing("ec2:*", "arn:aws:ec2:us-east-1:" + account + ":vpc/" + "x".repeat(900));
        String spaced = large.replace("{", "{" + " ".repeat(3_000));
        iam.putUserPolicy(r -> r.userName("ana").policyName("one").policyDocument(spaced));
        iam.putUserPolicy(r -> r.userName("ana").policyName("one").policyDocument(large));
        Expect.awsError(
                "LimitExceeded",
                "Maximum policy size of 2048 bytes exceeded for user ana",
                () -> iam.putUserPolicy(r -> r.userName("ana").policyName("two").policyDocument(large)));
        GetUserPolicyResponse stored = iam.getUserPolicy(r -> r.userName("ana").policyName("one"));
        assertThat(URLDecoder.decode(stored.policyDocument(), StandardCharsets.UTF_8))
                .isEqualTo(large);
        Expect.awsError(
                "NoSuchEntity",
                "The user policy with name two cannot be found.",
                () -> iam.getUserPolicy(r -> r.userName("ana").policyName("two")));
    }

    @Test
    void malformedDocumentsAreRefused() {
        Expect.awsError(
                "MalformedPolicyDocument",
                "Syntax errors in policy.",
                () -> iam.createPolicy(r -> r.policyName("p").policyDocument("no json")));
        iam.createUser(r -> r.userName("ana"));
        Expect.awsError(
                "MalformedPolicyDocument",
                () -> iam.putUserPolicy(
                        r -> r.userName("ana").policyName("p").policyDocument("{\"Version\":\"2012-10-17\"}")));
    }
}
