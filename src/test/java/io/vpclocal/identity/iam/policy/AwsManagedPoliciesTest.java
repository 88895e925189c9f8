package io.vpclocal.identity.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** Expected: the documents and dates that AWS published, and the IAM API Reference, unless a test says otherwise. */
@EmulatorTest
class AwsManagedPoliciesTest extends IamTestBase {

    private static final String SSM = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

    @Autowired
    private AwsManagedPolicies policies;

    @Test
    void everyDocumentCanBeEvaluated() {
        assertThat(policies.all()).hasSizeGreaterThan(1_500).allSatisfy(policy -> {
            assertThat(PolicyDocument.parse(policy.document(), PolicyDialect.STORED)
                            .statements())
                    .isNotEmpty();
            assertThat(policy.id()).matches("ANPA[A-Z2-7]{16,17}");
            assertThat(policy.created()).isBeforeOrEqualTo(policy.updated());
            assertThat(policies.find(policy.arn("aws-cn"))).contains(policy);
        });
        assertThat(policies.all()).extracting(AwsManagedPolicies.AwsPolicy::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/AmazonS3ReadOnlyAccess, 2015-02-06T18:40:59Z",
        "/AmazonSSMManagedInstanceCore, 2019-03-15T17:22:12Z",
        "/service-role/AmazonEC2ContainerServiceforEC2Role, 2015-03-19T18:45:18Z",
        "/job-function/ViewOnlyAccess, 2016-11-10T17:20:15Z",
        "/aws-service-role/AutoScalingServiceRolePolicy, 2018-01-08T23:10:55Z",
    })
    void policiesOfEveryPathExist(String name, String created) {
        String arn = "arn:aws:iam::aws:policy" + name;
        Policy policy = iam.getPolicy(r -> r.policyArn(arn)).policy();
        assertThat(policy.arn()).isEqualTo(arn);
        assertThat(policy.path() + policy.policyName()).isEqualTo(name);
        assertThat(policy.createDate()).isEqualTo(created);
        assertThat(policy.isAttachable()).isTrue();
        String document = iam.getPolicyVersion(r -> r.policyArn(arn).versionId(policy.defaultVersionId()))
                .policyVersion()
                .document();
        assertThat(URLDecoder.decode(document, StandardCharsets.UTF_8)).contains("\"Statement\"");
        assertThat(iam.listPolicyVersions(r -> r.policyArn(arn)).versions())
                .singleElement()
                .satisfies(version -> assertThat(version.isDefaultVersion()).isTrue());
    }

    @Test
    void otherArnsAreNotFound() {
        for (String name :
                List.of("/NoSuchPolicy", "/service-role/AmazonS3ReadOnlyAccess", "/amazons3readonlyaccess")) {
            String arn = "arn:aws:iam::aws:policy" + name;
            Expect.awsError(
                    "NoSuchEntity", "Policy " + arn + " was not found.", () -> iam.getPolicy(r -> r.policyArn(arn)));
        }
    }

    @Test
    void listsAreCutIntoPages() {
        List<String> arns = new ArrayList<>();
        ListPoliciesResponse page = iam.listPolicies(r -> r.scope("AWS").maxItems(1_000));
        arns.addAll(page.policies().stream().map(Policy::arn).toList());
        while (page.isTruncated()) {
            String marker = page.marker();
            page = iam.listPolicies(r -> r.scope("AWS").maxItems(1_000).marker(marker));
            arns.addAll(page.policies().stream().map(Policy::arn).toList());
        }
        assertThat(arns).hasSize(policies.all().size()).doesNotHaveDuplicates();
        assertThat(iam.listPolicies(r -> r.scope("AWS").pathPrefix("/job-function/"))
                        .policies())
                .extracting(Policy::policyName)
                .contains("Billing", "ViewOnlyAccess")
                .doesNotContain("AdministratorAccess");
        assertThat(iam.listPolicies(r -> r.scope("Local")).policies()).isEmpty();
    }

    @Test
    void attachmentsAreCounted() {
        people.role(account, "instance", account, People.allowing("ec2:DescribeVpcs"));
        iam.createUser(r -> r.userName("ana"));
        iam.createGroup(r -> r.groupName("g"));
        iam.attachRolePolicy(r -> r.roleName("instance").policyArn(SSM));
        iam.attachUserPolicy(r -> r.userName("ana").policyArn(SSM));
        iam.attachGroupPolicy(r -> r.groupName("g").policyArn(SSM));
        iam.putUserPermissionsBoundary(r -> r.userName("ana").permissionsBoundary(SSM));
        Policy policy = iam.getPolicy(r -> r.policyArn(SSM)).policy();
        assertThat(policy.attachmentCount()).isEqualTo(3);
        assertThat(policy.permissionsBoundaryUsageCount()).isEqualTo(1);
        assertThat(iam.listPolicies(r -> r.onlyAttached(true)).policies())
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.arn()).isEqualTo(SSM);
                    assertThat(listed.attachmentCount()).isEqualTo(3);
                });
    }

    @Test
    void theyDecideCalls() {
        AwsCredentials ana = people.user(account, "ana");
        Expect.awsError(
                "UnauthorizedOperation", () -> aws.ec2(ana, Region.US_EAST_1).describeVpcs());
        iam.attachUserPolicy(
                r -> r.userName("ana").policyArn("arn:aws:iam::aws:policy/job-function/NetworkAdministrator"));
        aws.ec2(ana, Region.US_EAST_1).describeVpcs();
        String vpc = aws.ec2(ana, Region.US_EAST_1)
                .createVpc(r -> r.cidrBlock("10.0.0.0/16"))
                .vpc()
                .vpcId();
        assertThat(vpc).startsWith("vpc-");
        Expect.awsError("AccessDenied", () -> aws.iam(ana).createUser(r -> r.userName("eve")));
        assertThat(iam.simulatePrincipalPolicy(r -> r.policySourceArn("arn:aws:iam::" + account + ":user/ana")
                                .actionNames("ec2:CreateVpc", "s3:DeleteBucket"))
                        .evaluationResults())
                .extracting(result -> result.evalDecisionAsString())
                .containsExactly("allowed", "implicitDeny");
    }

    /** Reported by several users for roles; that users and groups get the same is our guess. */
    @Test
    void policiesOfServiceLinkedRolesCannotBeAttached() {
        String arn = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";
        people.role(account, "mine", account, People.allowing("ec2:DescribeVpcs"));
        iam.createUser(r -> r.userName("ana"));
        Expect.awsError(
                "PolicyNotAttachable",
                "Cannot attach a Service Role Policy to a Customer Role.",
                () -> iam.attachRolePolicy(r -> r.roleName("mine").policyArn(arn)));
        Expect.awsError(
                "PolicyNotAttachable",
                () -> iam.attachUserPolicy(r -> r.userName("ana").policyArn(arn)));
    }
}
