package io.vpclocal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Expected: VPC User Guide, IAM role for publishing flow logs to CloudWatch Logs. */
@EmulatorTest
class RolePermissionsTest {

    private static final String FLOW_LOGS = "vpc-flow-logs.amazonaws.com";

    @Autowired
    private Aws aws;

    @Autowired
    private RolePermissions permissions;

    private final String account = Aws.newAccount();
    private final String flowLog = "arn:aws:ec2:us-east-1:" + account + ":vpc-flow-log/fl-1";

    @Test
    void trustMayDependOnTheSource() {
        String role = role("{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"" + FLOW_LOGS
                + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\""
                + account
                + "\"},\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:ec2:us-east-1:" + account + ":vpc-flow-log/*\"}}}");
        assertThat(permissions.trusts(role, FLOW_LOGS, flowLog, account).allowed())
                .isTrue();
        assertThat(permissions.trusts(role, FLOW_LOGS, flowLog, "999999999999").allowed())
                .isFalse();
        assertThat(permissions
                        .trusts(role, "ec2.amazonaws.com", flowLog, account)
                        .reason())
                .isEqualTo("because no role trust policy allows the sts:AssumeRole action");
    }

    @Test
    void theRolesOwnPoliciesDecide() {
        String role = role("{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"" + FLOW_LOGS
                + "\"},\"Action\":\"sts:AssumeRole\"}");
        String stream = "arn:aws:logs:us-east-1:" + account + ":log-group:/vpc:log-stream:eni-1";
        assertThat(permissions.allows(role, "logs:PutLogEvents", stream).reason())
                .isEqualTo("because no identity-based policy allows the logs:PutLogEvents action");
        aws.iam(Aws.root(account)).putRolePolicy(r -> r.roleName("flow")
                .policyName("logs")
                .policyDocument(
                        People.allowing("logs:PutLogEvents", "arn:aws:logs:*:" + account + ":log-group:/vpc:*")));
        assertThat(permissions.allows(role, "logs:PutLogEvents", stream).allowed())
                .isTrue();
        assertThat(permissions.allows(role, "logs:CreateLogStream", stream).allowed())
                .isFalse();
    }

    @Test
    void rolesThatDoNotExistAllowNothing() {
        String missing = "arn:aws:iam::" + account + ":role/missing";
        assertThat(permissions.exists(missing)).isFalse();
        assertThat(permissions.trusts(missing, FLOW_LOGS, flowLog, account).allowed())
                .isFalse();
        assertThat(permissions.allows(missing, "logs:PutLogEvents", "*").allowed())
                .isFalse();
    }

    private String role(String trust) {
        return aws.iam(Aws.root(account))
                .createRole(r -> r.roleName("flow").assumeRolePolicyDocument(People.document(trust)))
                .role()
                .arn();
    }
}
