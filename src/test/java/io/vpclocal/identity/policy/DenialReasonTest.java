package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.policy.Decision.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts: AWS documentation, IAM User Guide, "Troubleshoot access denied error messages". */
class DenialReasonTest {

    @ParameterizedTest
    @CsvSource({
        "IDENTITY,             because no identity-based policy allows the ec2:CreateVpc action",
        "PERMISSIONS_BOUNDARY, because no permissions boundary allows the ec2:CreateVpc action",
        "SESSION,              because no session policy allows the ec2:CreateVpc action",
        "RESOURCE,             because no resource-based policy allows the ec2:CreateVpc action",
        "ROLE_TRUST,           because no role trust policy allows the ec2:CreateVpc action",
        "VPC_ENDPOINT,         because no VPC endpoint policy allows the ec2:CreateVpc action",
    })
    void implicit(PolicyType type, String reason) {
        assertThat(new Decision(Outcome.IMPLICIT_DENY, type, null).reason("ec2:CreateVpc"))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY,             with an explicit deny in an identity-based policy",
        "PERMISSIONS_BOUNDARY, with an explicit deny in a permissions boundary",
        "SESSION,              with an explicit deny in a session policy",
        "RESOURCE,             with an explicit deny in a resource-based policy",
        "ROLE_TRUST,           with an explicit deny in the role trust policy",
        "VPC_ENDPOINT,         with an explicit deny in a VPC endpoint policy",
    })
    void explicit(PolicyType type, String reason) {
        assertThat(new Decision(Outcome.EXPLICIT_DENY, type, null).reason("ec2:CreateVpc"))
                .isEqualTo(reason);
    }

    /** Recorded by users of AWS in 2026 (EC2, IAM and S3); inline policies are not named. */
    @ParameterizedTest
    @CsvSource({
        "IDENTITY,             arn:aws:iam::000000000000:policy/p, with an explicit deny in an identity-based policy: arn:aws:iam::000000000000:policy/p",
        "IDENTITY,             arn:aws:iam::aws:policy/AWSDenyAll, with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSDenyAll",
        "PERMISSIONS_BOUNDARY, arn:aws:iam::000000000000:policy/p, with an explicit deny in a permissions boundary: arn:aws:iam::000000000000:policy/p",
        "SESSION,              arn:aws:iam::000000000000:policy/p, with an explicit deny in a session policy: arn:aws:iam::000000000000:policy/p",
        "IDENTITY,             inline,                             with an explicit deny in an identity-based policy",
        "ROLE_TRUST,           arn:aws:iam::000000000000:role/r,   with an explicit deny in the role trust policy",
    })
    void managed_policies_are_named(PolicyType type, String policyId, String reason) {
        PolicyStatement statement = PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
                        PolicyDialect.STORED)
                .statements()
                .get(0);
        StatementMatch match = new StatementMatch(type, policyId, statement);
        assertThat(new Decision(Outcome.EXPLICIT_DENY, type, match).reason("ec2:CreateVpc"))
                .isEqualTo(reason);
    }

    @Test
    void an_allow_needs_none() {
        assertThat(new Decision(Outcome.ALLOWED, PolicyType.IDENTITY, null).reason("ec2:CreateVpc"))
                .isEmpty();
    }
}
