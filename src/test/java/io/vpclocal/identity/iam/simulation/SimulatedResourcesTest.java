package io.vpclocal.identity.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

/** Simulations of several resources, and as whom they are made. Expected: recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class SimulatedResourcesTest extends IamTestBase {

    private static final String GOOD = "arn:aws:s3:::good/x";
    private static final String BAD = "arn:aws:s3:::bad/x";
    private static final String ALLOW = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}";
    private static final String DENY =
            "{\"Effect\":\"Deny\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::bad/*\"}";

    @Test
    void anActionHasOneResult() {
        List<EvaluationResult> results = simulate(People.document(ALLOW, DENY), "s3:GetObject", "s3:PutObject");
        assertThat(results)
                .extracting(EvaluationResult::evalActionName)
                .containsExactly("s3:GetObject", "s3:PutObject");
        EvaluationResult get = results.get(0);
        assertThat(get.evalDecisionAsString()).isEqualTo("explicitDeny");
        assertThat(get.hasEvalDecisionDetails()).isTrue();
        assertThat(get.evalDecisionDetails()).isEmpty();
        assertThat(get.organizationsDecisionDetail().allowedByOrganizations()).isTrue();
        assertThat(get.resourceSpecificResults())
                .extracting(ResourceSpecificResult::evalResourceName)
                .containsExactly(GOOD, BAD);
        assertThat(get.resourceSpecificResults())
                .extracting(ResourceSpecificResult::evalResourceDecisionAsString)
                .containsExactly("allowed", "explicitDeny");
        assertThat(results.get(1).evalDecisionAsString()).isEqualTo("allowed");
    }

    @Test
    void anExplicitDenyListsOnlyWhatDenies() {
        ResourceSpecificResult denied = simulate(People.document(ALLOW, DENY), "s3:GetObject")
                .get(0)
                .resourceSpecificResults()
                .get(1);
        int second = People.document(ALLOW, DENY).indexOf(DENY);
        assertThat(denied.matchedStatements()).singleElement().satisfies(statement -> {
            assertThat(statement.startPosition().column()).isEqualTo(second);
            assertThat(statement.endPosition().column()).isEqualTo(second + DENY.length() + 1);
        });
        EvaluationResult alone = iam.simulateCustomPolicy(r -> r.policyInputList(People.document(ALLOW, DENY))
                        .actionNames("s3:GetObject")
                        .resourceArns(BAD))
                .evaluationResults()
                .get(0);
        assertThat(alone.evalResourceName()).isEqualTo(BAD);
        assertThat(alone.matchedStatements()).hasSize(1);
    }

    /** Reported by users: an allow counts before an implicit deny. The name of all resources is our guess. */
    @Test
    void oneAllowedResourceIsEnough() {
        EvaluationResult result =
                simulate(People.allowing("s3:GetObject", GOOD), "s3:GetObject").get(0);
        assertThat(result.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(result.evalResourceName()).isEqualTo("*");
        assertThat(simulate(People.allowing("s3:GetObject", "arn:aws:s3:::x"), "s3:GetObject")
                        .get(0)
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
    }

    @Test
    void withoutResourcesThereAreNoSpecificResults() throws Exception {
        String policy = URLEncoder.encode(People.allowing("s3:*"), StandardCharsets.UTF_8);
        assertThat(RawHttp.form(
                                aws.endpoint(),
                                account,
                                "Version=2010-05-08&Action=SimulateCustomPolicy&ActionNames.member.1=s3:GetObject"
                                        + "&PolicyInputList.member.1=" + policy)
                        .body())
                .contains("<EvalDecisionDetails")
                .contains("<EvalResourceName>*</EvalResourceName>")
                .doesNotContain("ResourceSpecificResults")
                .doesNotContain("OrganizationsDecisionDetail");
    }

    @Test
    void pagesAreOfActions() {
        SimulateCustomPolicyResponse first = iam.simulateCustomPolicy(r -> r.policyInputList(People.document(ALLOW))
                .actionNames("s3:GetObject", "s3:PutObject")
                .resourceArns(GOOD, BAD)
                .maxItems(1));
        assertThat(first.evaluationResults()).hasSize(1);
        assertThat(first.isTruncated()).isTrue();
        assertThat(iam.simulateCustomPolicy(r -> r.policyInputList(People.document(ALLOW))
                                .actionNames("s3:GetObject", "s3:PutObject")
                                .resourceArns(GOOD, BAD)
                                .marker(first.marker()))
                        .evaluationResults())
                .extracting(EvaluationResult::evalActionName)
                .containsExactly("s3:PutObject");
    }

    /** IAM User Guide, policy evaluation: a grant to a role is limited by its boundary, a grant to a session is not. */
    @ParameterizedTest
    @CsvSource({
        "role,    role,    ec2:*, implicitDeny",
        "role,    role,    s3:*,  allowed",
        "session, role,    ec2:*, implicitDeny",
        "session, role,    s3:*,  allowed",
        "session, session, ec2:*, allowed",
        "role,    other,   s3:*,  implicitDeny",
        "session, other,   s3:*,  implicitDeny",
    })
    void rolesAndSessionsCall(String caller, String granted, String boundary, String decision) {
        String role = people.role(account, "reader", account, People.allowing("ec2:*"));
        String session = "arn:aws:sts::" + account + ":assumed-role/reader/me";
        String principal = granted.equals("role")
                ? role
                : granted.equals("session") ? session : "arn:aws:iam::" + account + ":role/other";
        String asking = caller.equals("role") ? role : session;
        String root = "arn:aws:iam::" + account + ":root";
        String grant = People.document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal
                + "\"},\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}");
        EvaluationResult custom = iam.simulateCustomPolicy(r -> r.policyInputList(People.allowing("ec2:*"))
                        .permissionsBoundaryPolicyInputList(People.allowing(boundary))
                        .actionNames("s3:GetObject")
                        .resourceArns(GOOD)
                        .resourcePolicy(grant)
                        .resourceOwner(root)
                        .callerArn(asking))
                .evaluationResults()
                .get(0);
        assertThat(custom.evalDecisionAsString()).isEqualTo(decision);
        iam.createPolicy(r -> r.policyName("boundary").policyDocument(People.allowing(boundary)));
        iam.putRolePermissionsBoundary(
                r -> r.roleName("reader").permissionsBoundary("arn:aws:iam::" + account + ":policy/boundary"));
        EvaluationResult own = iam.simulatePrincipalPolicy(r -> r.policySourceArn(role)
                        .actionNames("s3:GetObject")
                        .resourceArns(GOOD)
                        .resourcePolicy(grant)
                        .resourceOwner(root)
                        .callerArn(asking))
                .evaluationResults()
                .get(0);
        assertThat(own.evalDecisionAsString()).isEqualTo(decision);
    }

    /** IAM API Reference: a boundary that is passed stands in for the one that is attached. */
    @Test
    void aGivenBoundaryReplacesTheAttachedOne() {
        people.user(account, "ana", People.allowing("s3:*"));
        iam.putUserPermissionsBoundary(
                r -> r.userName("ana").permissionsBoundary("arn:aws:iam::aws:policy/IAMFullAccess"));
        String source = "arn:aws:iam::" + account + ":user/ana";
        assertThat(iam.simulatePrincipalPolicy(r -> r.policySourceArn(source).actionNames("s3:GetObject"))
                        .evaluationResults()
                        .get(0)
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
        assertThat(iam.simulatePrincipalPolicy(r -> r.policySourceArn(source)
                                .actionNames("s3:GetObject")
                                .permissionsBoundaryPolicyInputList(People.allowing("s3:*")))
                        .evaluationResults()
                        .get(0)
                        .evalDecisionAsString())
                .isEqualTo("allowed");
    }

    @Test
    void contextKeysOfAPrincipalIncludeItsBoundary() {
        people.user(account, "ana", conditioned("aws:username"));
        String boundary = iam.createPolicy(
                        r -> r.policyName("boundary").policyDocument(conditioned("aws:PrincipalTag/team")))
                .policy()
                .arn();
        iam.putUserPermissionsBoundary(r -> r.userName("ana").permissionsBoundary(boundary));
        for (String path : List.of("user/ana", "user/wrong/path/ana", "user/ANA")) {
            assertThat(iam.getContextKeysForPrincipalPolicy(
                                    r -> r.policySourceArn("arn:aws:iam::" + account + ":" + path)
                                            .policyInputList(conditioned("aws:username")))
                            .contextKeyNames())
                    .containsExactly("aws:username", "aws:PrincipalTag/team", "aws:username");
        }
        Expect.awsError(
                "NoSuchEntity",
                () -> iam.getContextKeysForPrincipalPolicy(
                        r -> r.policySourceArn("arn:aws:iam::" + account + ":user/nobody")));
    }

    private static String conditioned(String key) {
        return People.document("{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
                + "{\"StringLike\":{\"" + key + "\":\"x\"}}}");
    }

    private List<EvaluationResult> simulate(String policy, String... actions) {
        return iam.simulateCustomPolicy(
                        r -> r.policyInputList(policy).actionNames(actions).resourceArns(GOOD, BAD))
                .evaluationResults();
    }
}
