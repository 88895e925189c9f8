package io.vpclocal.identity.iam.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;

/** Expected texts: recorded from AWS by others. */
@EmulatorTest
class RoleTest extends IamTestBase {

    @Test
    void rolesHaveATrustPolicyAndASessionLimit() {
        Role made = iam.createRole(r -> r.roleName("worker")
                        .path("/svc/")
                        .description("works")
                        .assumeRolePolicyDocument(service("vpc-flow-logs.amazonaws.com")))
                .role();
        assertThat(made.arn()).isEqualTo("arn:aws:iam::" + account + ":role/svc/worker");
        assertThat(made.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(iam.getRole(r -> r.roleName("worker")).role().maxSessionDuration())
                .isEqualTo(3600);
        assertThat(decoded(made.assumeRolePolicyDocument())).isEqualTo(service("vpc-flow-logs.amazonaws.com"));
        iam.updateRole(r -> r.roleName("worker").description("rests").maxSessionDuration(7200));
        iam.updateAssumeRolePolicy(r -> r.roleName("worker").policyDocument(service("ec2.amazonaws.com")));
        Role changed = iam.getRole(r -> r.roleName("worker")).role();
        assertThat(changed.description()).isEqualTo("rests");
        assertThat(changed.maxSessionDuration()).isEqualTo(7200);
        assertThat(decoded(changed.assumeRolePolicyDocument())).contains("ec2.amazonaws.com");
        assertThat(iam.listRoles(r -> r.pathPrefix("/svc/")).roles()).hasSize(1);
        Expect.awsError(
                "ValidationError",
                () -> iam.updateRole(r -> r.roleName("worker").maxSessionDuration(43_201)));
    }

    @Test
    void trustPoliciesAreChecked() {
        Expect.awsError(
                "MalformedPolicyDocument",
                () -> iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument("no json")));
        Expect.awsError(
                "MalformedPolicyDocument",
                () -> iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(People.allowing("sts:AssumeRole"))));
        String nobody = "arn:aws:iam::" + account + ":user/nobody";
        Expect.awsError(
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"AWS\":\"" + nobody + "\"",
                () -> iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(People.trust(nobody))));
        String gone = "AROAABCDEFGHIJKLMNOPQ";
        Expect.awsError(
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"AWS\":\"" + gone + "\"",
                () -> iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(People.trust(gone))));
    }

    /** Reported by users of AWS for the names that look real; the others are of the same kind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope.amazonaws.com",
                "codepipeiine.amazonaws.com",
                "tagging.amazonaws.com",
                "s3files.amazonaws.com",
                "bedrock-agent.amazonaws.com",
                "nope.foo.com",
                "amazonaws.com",
                "ec2",
                "EC2.amazonaws.com",
                "ec2.amazonaws.com.",
                "ec2.amazonaws.com.de"
            })
    void servicesThatAreNoPrincipalsAreRefused(String service) {
        String text = "Invalid principal in policy: \"SERVICE\":\"" + service + "\"";
        Expect.awsError(
                "MalformedPolicyDocument",
                text,
                () -> iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(service(service))));
        iam.createRole(r -> r.roleName("b").assumeRolePolicyDocument(service("ec2.amazonaws.com")));
        Expect.awsError(
                "MalformedPolicyDocument",
                text,
                () -> iam.updateAssumeRolePolicy(r -> r.roleName("b").policyDocument(service(service))));
    }

    /** Recorded by users of AWS and by the AWS CDK; which providers are shared is documented. UNVERIFIED: GitLab's text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~*~ | | AssumeRolepolicy contained an invalid principal: 'STAR':'*'.",
                "{'Federated':''} | | Federated principals must be valid domain names or SAML metadata ARNs",
                "{'Federated':'arn:aws:iam//111122223333:oidc-provider/a.b'} |"
                        + " | Federated principals must be valid domain names or SAML metadata ARNs",
                "{'Federated':'cognito-identity.amazonaws.com'} |"
                        + " | A condition block must be present for the Cognito provider",
                "{'Federated':'GITHUB'} | | GITHUBTEXT",
                "{'Federated':'GITHUB'} | 'StringEquals':{'HUB:aud':'sts.amazonaws.com'} | GITHUBTEXT",
                "{'Federated':'GITHUB'} | 'StringLike':{'HUB:sub':'*'} | GITHUBTEXT",
                "{'Federated':'GITHUB'} | 'StringNotEquals':{'HUB:sub':'repo:a/b:*'} | GITHUBTEXT",
                "{'Federated':'arn:aws:iam::111122223333:oidc-provider/gitlab.com'} |"
                        + " | Trust policy with trusted principal arn:aws:iam::111122223333:oidc-provider/gitlab.com must"
                        + " evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, gitlab.com:sub which is"
                        + " not scoped to all."
            })
    void identityProvidersThatAreTrustedTooWidely(String principal, @Nullable String condition, String text) {
        Expect.awsError(
                "MalformedPolicyDocument",
                filled(text).replace('\'', '"'),
                () -> iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(trust(principal, condition))));
    }

    /** Recorded by users of AWS. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'AWS':'*'} | ",
                "{'Federated':'accounts.google.com'} | ",
                "{'Federated':'cognito-identity.amazonaws.com'} | 'StringEquals':{'cognito-identity.amazonaws.com:aud':'x'}",
                "{'Federated':'GITHUB'} | 'StringLike':{'HUB:sub':'repo:*'}",
                "{'Federated':'GITHUB'} | 'StringLike':{'HUB:sub':['repo:a/b:*','*']}",
                "{'Federated':'GITHUB'} | 'StringEqualsIgnoreCase':{'hub:Job_Workflow_Ref':'a/b/.github/workflows/c.yml@d'}",
                "{'Federated':'arn:aws:iam::111122223333:oidc-provider/id.example.com'} | ",
                "{'Federated':'arn:aws:iam::111122223333:saml-provider/idp'} | "
            })
    void identityProvidersThatAreTrusted(String principal, @Nullable String condition) {
        iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(trust(principal, condition)));
        assertThat(iam.listRoles().roles()).hasSize(1);
    }

    private static String trust(String principal, @Nullable String condition) {
        String value = principal.equals("*") ? "'*'" : principal;
        String conditions = condition == null ? "" : ",'Condition':{" + condition + "}";
        return People.document(filled("{'Effect':'Allow','Principal':" + value
                        + ",'Action':'sts:AssumeRoleWithWebIdentity'" + conditions + "}")
                .replace('\'', '"'));
    }

    private static String filled(String text) {
        String host = "token.actions.githubusercontent.com";
        String arn = "arn:aws:iam::111122223333:oidc-provider/" + host;
        return text.replace(
                        "GITHUBTEXT",
                        "Trust policy with trusted principal " + arn
                                + " must evaluate, using StringEquals, StringLike or"
                                + " StringEqualsIgnoreCase, HUB:sub or HUB:job_workflow_ref which is not scoped to all.")
                .replace("GITHUB", arn)
                .replace("HUB:", host + ":")
                .replace("hub:", host + ":");
    }

    /** Documented by their services. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2.amazonaws.com",
                "ec2.amazonaws.com.cn",
                "vpc-flow-logs.amazonaws.com",
                "delivery.logs.amazonaws.com",
                "tasks.apprunner.amazonaws.com",
                "states.eu-west-1.amazonaws.com",
                "ssm.ap-east-1.amazonaws.com",
                "medialive.amazonaws.com",
                "stacksets.cloudformation.amazonaws.com",
                "osis-pipelines.amazonaws.com",
                "clientvpn.amazonaws.com"
            })
    void servicesAreTrusted(String service) {
        iam.createRole(r -> r.roleName("a").assumeRolePolicyDocument(service(service)));
        assertThat(decoded(iam.getRole(r -> r.roleName("a")).role().assumeRolePolicyDocument()))
                .contains(service);
    }

    /**
     * IAM User Guide: the id is returned after the user is deleted, and a new user with the same name is not trusted.
     */
    @Test
    void trustIsInTheUserAndNotInItsName() {
        people.user(account, "ana");
        String arn = "arn:aws:iam::" + account + ":user/ana";
        String id = iam.getUser(r -> r.userName("ana")).user().userId();
        String role = people.role(account, "worker", arn, People.allowing("ec2:*"));
        assertThat(decoded(iam.getRole(r -> r.roleName("worker")).role().assumeRolePolicyDocument()))
                .contains(arn);
        iam.listAccessKeys(r -> r.userName("ana"))
                .accessKeyMetadata()
                .forEach(key -> iam.deleteAccessKey(r -> r.userName("ana").accessKeyId(key.accessKeyId())));
        iam.deleteUser(r -> r.userName("ana"));
        AwsCredentials namesake = people.user(account, "ana");
        assertThat(decoded(iam.getRole(r -> r.roleName("worker")).role().assumeRolePolicyDocument()))
                .contains(id)
                .doesNotContain(arn);
        Expect.awsError("AccessDenied", () -> aws.sts(namesake)
                .assumeRole(r -> r.roleArn(role).roleSessionName("session")));
    }

    @Test
    void rolesInInstanceProfilesCannotBeDeleted() {
        people.role(account, "worker", account, People.allowing("ec2:*"));
        iam.createInstanceProfile(r -> r.instanceProfileName("profile"));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("profile").roleName("worker"));
        InstanceProfile profile =
                iam.getInstanceProfile(r -> r.instanceProfileName("profile")).instanceProfile();
        assertThat(profile.instanceProfileId()).matches("AIPA[A-Z2-7]{17}");
        assertThat(profile.roles()).extracting(Role::roleName).containsExactly("worker");
        assertThat(iam.listInstanceProfilesForRole(r -> r.roleName("worker")).instanceProfiles())
                .hasSize(1);
        Expect.awsError(
                "LimitExceeded",
                () -> iam.addRoleToInstanceProfile(
                        r -> r.instanceProfileName("profile").roleName("worker")));
        Expect.awsError(
                "DeleteConflict",
                "Cannot delete entity, must remove roles from instance profile first.",
                () -> iam.deleteRole(r -> r.roleName("worker")));
        Expect.awsError("DeleteConflict", () -> iam.deleteInstanceProfile(r -> r.instanceProfileName("profile")));
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName("profile").roleName("worker"));
        iam.deleteInstanceProfile(r -> r.instanceProfileName("profile"));
        iam.deleteRolePolicy(r -> r.roleName("worker").policyName("inline"));
        iam.deleteRole(r -> r.roleName("worker"));
        assertThat(iam.listRoles().roles()).isEmpty();
    }

    @Test
    void serviceLinkedRolesCannotBeChanged() {
        Role role = iam.createServiceLinkedRole(r -> r.awsServiceName("delivery.logs.amazonaws.com"))
                .role();
        assertThat(role.arn())
                .isEqualTo("arn:aws:iam::" + account
                        + ":role/aws-service-role/delivery.logs.amazonaws.com/AWSServiceRoleForLogDelivery");
        Expect.awsError(
                "InvalidInput",
                () -> iam.createServiceLinkedRole(r -> r.awsServiceName("delivery.logs.amazonaws.com")));
        Expect.awsError("UnmodifiableEntity", () -> iam.deleteRole(r -> r.roleName(role.roleName())));
        Expect.awsError(
                "UnmodifiableEntity",
                () -> iam.putRolePolicy(
                        r -> r.roleName(role.roleName()).policyName("p").policyDocument(People.allowing("*"))));
        String task =
                iam.deleteServiceLinkedRole(r -> r.roleName(role.roleName())).deletionTaskId();
        assertThat(iam.getServiceLinkedRoleDeletionStatus(r -> r.deletionTaskId(task))
                        .statusAsString())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void theLastUseOfARoleIsReturned() {
        String role = people.role(account, "worker", account, People.allowing("ec2:*"));
        AwsCredentials session = People.session(aws.sts(Aws.root(account))
                .assumeRole(r -> r.roleArn(role).roleSessionName("session"))
                .credentials());
        assertThat(iam.getRole(r -> r.roleName("worker")).role().roleLastUsed().lastUsedDate())
                .isNull();
        aws.sts(session).getCallerIdentity();
        assertThat(iam.getRole(r -> r.roleName("worker")).role().roleLastUsed().region())
                .isEqualTo("us-east-1");
    }

    private static String service(String name) {
        return People.document(
                "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"" + name + "\"},\"Action\":\"sts:AssumeRole\"}");
    }

    private static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }
}
