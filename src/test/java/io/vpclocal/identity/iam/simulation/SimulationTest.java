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

    /** The positions are those AWS answered to this very text. */
    @Test
    void matchedStatementsAreTold() {
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
                () -> iam.simulatePrincipalPolicy(r -> r.policySourceArn("arn:aws:iam::" + account + ":user/nobody")
                        .actionNames("ec2:CreateVpc")));
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
}
