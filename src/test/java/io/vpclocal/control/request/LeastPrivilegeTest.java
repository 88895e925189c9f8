package io.vpclocal.control.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.AccessDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The form of the policies: AWS documentation, IAM User Guide, JSON policy elements. Their content is our design. */
class LeastPrivilegeTest {

    @Test
    void actionsWithTheSameResourcesShareAStatement() {
        assertThat(json(
                        call("CreateVpc", decision("ec2:CreateVpc", "vpc/*")),
                        call(
                                "DeleteVpc",
                                decision("ec2:DeleteVpc", "vpc/vpc-2"),
                                decision("ec2:DeleteVpc", "vpc/vpc-1")),
                        call("ModifyVpc", decision("ec2:ModifyVpc", "vpc/vpc-1")),
                        call("ModifyVpc", decision("ec2:ModifyVpc", "vpc/vpc-2")),
                        call("DescribeVpcs", decision("ec2:DescribeVpcs", "vpc/vpc-1")),
                        call("DescribeTags")))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":["
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ec2:CreateVpc\"],\"Resource\":[\"vpc/*\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ec2:DeleteVpc\",\"ec2:ModifyVpc\"],"
                        + "\"Resource\":[\"vpc/vpc-1\",\"vpc/vpc-2\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ec2:DescribeTags\",\"ec2:DescribeVpcs\"],"
                        + "\"Resource\":[\"*\"]}]}");
    }

    @Test
    void aWildcardReplacesSingleResources() {
        assertThat(json(
                        call("A", decision("ec2:A", "x")),
                        call("A", decision("ec2:A", "*")),
                        call("A", decision("ec2:A", "y"))))
                .contains("\"Resource\":[\"*\"]")
                .doesNotContain("\"x\"", "\"y\"");
    }

    @Test
    void actionsWithoutPermissionAreLeftOut() {
        assertThat(json(call("X", decision("sts:GetCallerIdentity", "*")))).contains("\"Statement\":[]");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::1:user/a, arn:aws:iam::1:user/a, true",
        "arn:aws:iam::1:user/a, arn:aws:iam::1:user/ab, false",
        "arn:aws:iam::123456789012:role/r, arn:aws:sts::123456789012:assumed-role/r/s, true",
        "arn:aws:iam::123456789012:role/path/r, arn:aws:sts::123456789012:assumed-role/r/s, true",
        "arn:aws:iam::123456789012:role/r, arn:aws:sts::123456789012:assumed-role/r2/s, false",
        "arn:aws:iam::123456789012:role/r, arn:aws:sts::210987654321:assumed-role/r/s, false"
    })
    void theArnOfARoleMatchesItsSessions(String principal, String caller, boolean means) {
        assertThat(PrincipalArns.means(principal, caller)).isEqualTo(means);
    }

    private static String json(LoggedCall... calls) {
        return new JsonMapper().writeValueAsString(LeastPrivilege.of(List.of(calls)));
    }

    private static AccessDecision decision(String action, String resource) {
        return new AccessDecision(action, resource, true, "", null, null);
    }

    private static LoggedCall call(String action, AccessDecision... decisions) {
        return new LoggedCall(
                Instant.EPOCH,
                "id",
                "ec2",
                action,
                "arn:aws:iam::123456789012:user/a",
                "123456789012",
                "us-east-1",
                Map.of(),
                null,
                null,
                1,
                Stream.of(decisions).toList());
    }
}
