package io.vpclocal.identity.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/** Expected: recorded from AWS by others, and the IAM User Guide on the policy simulator. */
@EmulatorTest
class SimulationTest extends IamTestBase {

    /** The positions are recorded from AWS for exactly this text. */
    @Test
    void matchedStatementsAreReturned() {
        String policy = "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"\", \"Effect\": \"Allow\","
                + " \"Action\": \"s3:PutObject\", \"Resource\": \"*\"}}";
        EvaluationResult result = iam.simulateCustomPolicy(
                        r -> r.policyInputList(policy).actionNames("s3:PutObject"))
                .evaluationResults()
                .get(0);
        assertThat(result.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(result.evalResourceName()).isEqualTo("*");
        assertThat(result.matchedStatements()).singleElement().satisfies(statement -> {
            assertThat(statement.sourcePolicyId()).isEqualTo("PolicyInputList.1");
            assertThat(statement.sourcePolicyTypeAsString()).isEqualTo("IAM Policy");
            assertThat(statement.startPosition().column()).isEqualTo(41);
            assertThat(statement.endPosition().column()).isEqualTo(113);
        });
    }

    @Test
    void principalsAreSimulatedWithAllTheirPolicies() {
        people.user(account, "ana", People.allowing("ec2:Describe*"));
        iam.createGroup(r -> r.groupName("g"));
        iam.putGroupPolicy(r -> r.groupName("g")
                .policyName("deny")
                .policyDocument(
                        People.document("{\"Effect\":\"Deny\",\"Action\":\"ec2:DescribeTags\",\"Resource\":\"*\"}")));
        iam.addUserToGroup(r -> r.groupName("g").userName("ana"));
        List<EvaluationResult> results = iam.simulatePrincipalPolicy(
                        r -> r.policySourceArn("arn:aws:iam::" + account + ":user/ana")
                                .actionNames("ec2:DescribeVpcs", "ec2:DescribeTags", "ec2:CreateVpc"))
                .evaluationResults();
        assertThat(results)
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("allowed", "explicitDeny", "implicitDeny");
        Expect.awsError(
                "NoSuchEntity",
                "Unable to retrieve specified IAM entity.",
                () -> iam.simulatePrincipalPolicy(r -> r.policySourceArn("arn:aws:iam::" + account + ":user/nobody")
                        .actionNames("ec2:CreateVpc")));
    }

    /** Recorded by users of AWS: sessions, and roles of other accounts. UNVERIFIED: the root user and policies. */
    @Test
    void onlyUsersGroupsAndRolesOfTheAccountHavePolicies() {
        for (String arn : List.of(
                "arn:aws:sts::" + account + ":assumed-role/worker/session",
                "arn:aws:iam::" + account + ":root",
                "arn:aws:iam::" + account + ":policy/p")) {
            Expect.awsError(
                    "InvalidInput",
                    "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.",
                    () -> iam.simulatePrincipalPolicy(
                            r -> r.policySourceArn(arn).actionNames("ec2:CreateVpc")));
            Expect.awsError("InvalidInput", () -> iam.getContextKeysForPrincipalPolicy(r -> r.policySourceArn(arn)));
        }
        Expect.awsError(
                "InvalidInput",
                "Invalid Policy Source Arn: caller's account " + account
                        + " does not have access to policies in account 111122223333",
                () -> iam.simulatePrincipalPolicy(r -> r.policySourceArn("arn:aws:iam::111122223333:role/worker")
                        .actionNames("ec2:CreateVpc")));
    }

    /**
     * Recorded from AWS: ids of managed policies and of inline policies of users, and what is listed under a boundary.
     * UNVERIFIED: ids of inline policies of groups.
     */
    @Test
    void matchedStatementsNameTheirPolicies() {
        people.user(account, "ana", People.allowing("s3:GetObject"));
        iam.createGroup(r -> r.groupName("g"));
        iam.putGroupPolicy(r -> r.groupName("g").policyName("own").policyDocument(People.allowing("s3:GetObject")));
        iam.attachGroupPolicy(r -> r.groupName("g").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
        iam.addUserToGroup(r -> r.groupName("g").userName("ana"));
        String inline = "user_ana_"
                + iam.listUserPolicies(r -> r.userName("ana")).policyNames().get(0);
        assertThat(matched("s3:GetObject"))
                .containsExactlyInAnyOrder(
                        inline + " IAM Policy", "group_g_own IAM Policy", "AmazonS3FullAccess IAM Policy");
        String boundary = iam.createPolicy(r -> r.policyName("limits")
                        .path("/p/")
                        .policyDocument(People.document(
                                "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}",
                                "{\"Effect\":\"Deny\",\"Action\":\"s3:PutObject\",\"Resource\":\"*\"}")))
                .policy()
                .arn();
        iam.putUserPermissionsBoundary(r -> r.userName("ana").permissionsBoundary(boundary));
        assertThat(matched("s3:GetObject"))
                .containsExactlyInAnyOrder(
                        inline + " IAM Policy", "group_g_own IAM Policy", "AmazonS3FullAccess IAM Policy");
        assertThat(matched("s3:PutObject"))
                .containsExactlyInAnyOrder("AmazonS3FullAccess IAM Policy", "limits Permissions Boundary Policy");
    }

    private List<String> matched(String action) {
        return iam
                .simulatePrincipalPolicy(r -> r.policySourceArn("arn:aws:iam::" + account + ":user/ana")
                        .actionNames(action))
                .evaluationResults()
                .get(0)
                .matchedStatements()
                .stream()
                .map(statement -> statement.sourcePolicyId() + " " + statement.sourcePolicyTypeAsString())
                .toList();
    }

    @Test
    void contextBoundaryAndResourcesCount() {
        String policy = People.document("{\"Effect\":\"Allow\",\"Action\":\"ec2:DeleteVpc\",\"Resource\":\"*\","
                + "\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/env\":\"dev\"}}}");
        String arn = "arn:aws:ec2:us-east-1:" + account + ":vpc/vpc-1";
        EvaluationResult without = iam.simulateCustomPolicy(r -> r.policyInputList(policy)
                        .actionNames("ec2:DeleteVpc")
                        .resourceArns(arn)
                        .permissionsBoundaryPolicyInputList(People.allowing("ec2:Describe*")))
                .evaluationResults()
                .get(0);
        assertThat(without.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(without.missingContextValues()).containsExactly("aws:ResourceTag/env");
        assertThat(without.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
        assertThat(without.resourceSpecificResults()).hasSize(1);
        EvaluationResult with = iam.simulateCustomPolicy(r -> r.policyInputList(policy)
                        .actionNames("ec2:DeleteVpc")
                        .resourceArns(arn)
                        .contextEntries(c -> c.contextKeyName("aws:ResourceTag/env")
                                .contextKeyType("string")
                                .contextKeyValues("dev")))
                .evaluationResults()
                .get(0);
        assertThat(with.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(iam.getContextKeysForCustomPolicy(r -> r.policyInputList(policy))
                        .contextKeyNames())
                .containsExactly("aws:ResourceTag/env");
    }

    /** UNVERIFIED: the error. */
    @Test
    void contextEntriesNeedAName() {
        Expect.awsError(
                "InvalidInput",
                () -> iam.simulateCustomPolicy(r -> r.policyInputList(People.allowing("ec2:*"))
                        .actionNames("ec2:CreateVpc")
                        .contextEntries(c -> c.contextKeyType("string").contextKeyValues("a"))));
    }
}
