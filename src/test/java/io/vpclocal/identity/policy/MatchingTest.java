package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.anaDoes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected answers: AWS documentation, IAM User Guide, policy element reference, unless a row says otherwise. */
class MatchingTest {

    @ParameterizedTest
    @CsvSource({
        "ec2:CreateVpc,        ec2:CreateVpc,   true",
        "EC2:createvpc,        ec2:CreateVpc,   true",
        "ec2:CreateVpc,        ec2:CreateVpcs,  false",
        "ec2:Create*,          ec2:CreateVpc,   true",
        "ec2:create*,          EC2:CreateVpc,   true",
        "ec2:*VpcEndpoint*,    ec2:DescribeVpcEndpoints, true",
        "ec2:*VpcEndpoint*,    vpce:AllowMultiRegion,    false",
        "ec2:CreateVp?,        ec2:CreateVpc,   true",
        "ec2:CreateVpc?,       ec2:CreateVpc,   false",
        "ec2:*,                ec2:CreateVpc,   true",
        "ec2:*,                logs:PutLogEvents, false",
        "*,                    logs:PutLogEvents, true",
        "'ec2: CreateVpc',     ec2:CreateVpc,   false",
        "'ec2:CreateVpc ',     ec2:CreateVpc,   false",
    })
    void action(String pattern, String action, boolean matches) {
        RequestContext request = anaDoes(action).build();
        assertThat(Policies.allows("'Action':'" + pattern + "','Resource':'*'", request))
                .isEqualTo(matches);
        assertThat(Policies.allows("'NotAction':'" + pattern + "','Resource':'*'", request))
                .isEqualTo(!matches);
        assertThat(Policies.allows("'NotAction':['sns:x','" + pattern + "'],'Resource':'*'", request))
                .isEqualTo(!matches);
    }

    @ParameterizedTest
    @CsvSource({
        "*,                                        arn:aws:s3:::b/k,            true",
        "arn:aws:s3:::b,                           arn:aws:s3:::b,              true",
        "arn:aws:s3:::b,                           arn:aws:s3:::b/k,            false",
        "arn:aws:s3:::b/*,                         arn:aws:s3:::b/k/l:m,        true",
        "arn:aws:s3:::b/?,                         arn:aws:s3:::b/k,            true",
        "arn:aws:s3:::b/?,                         arn:aws:s3:::b/kk,           false",
        "arn:aws:s3:::B,                           arn:aws:s3:::b,              false",
        "arn:aws:s3:::b*c,                         arn:aws:s3:::b/x/c,          true",
        "arn:aws:ec2:*:123456789012:vpc/*,         arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1, true",
        "arn:aws:ec2:us-*:123456789012:vpc/*,      arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1, false",
        "arn:aws:ec2:*:1*:vpc/*,                   arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1, true",
        "arn:aws:ec2:eu-west-?:123456789012:vpc/vpc-1, arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1, true",
        "arn:aws:ec2:*:vpc/*,                      arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1, false",
        "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/*,      arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/*, true",
        "arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-1, arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/*, false",
        "arn:aws:logs:us-east-1:*,                 arn:aws:logs:us-east-1:123456789012:log-group:/x:*, true",
        "arn:aws:logs:us-east-1:*,                 arn:aws:logs:us-east-2:123456789012:log-group:/x:*, false",
        "arn:aws:logs:us-east-1:123456789012,      arn:aws:logs:us-east-1:123456789012:log-group:/x:*, true",
        "arn:aws:logs,                             arn:aws:logs:us-east-1:123456789012:log-group:/x:*, true",
        "arn:aws:s3:::*,                           *,                           false",
        "*,                                        *,                           true",
    })
    void resource_of_identity_policies(String pattern, String resource, boolean matches) {
        RequestContext request = anaDoes("x:Do").resource(resource).build();
        assertThat(Policies.allows("'Action':'x:Do','Resource':'" + pattern + "'", request))
                .isEqualTo(matches);
        assertThat(Policies.allows("'Action':'x:Do','NotResource':'" + pattern + "'", request))
                .isEqualTo(!matches);
    }

    /** Short ARNs in resource policies: the behaviour of an open-source simulator, not recorded from AWS. */
    @ParameterizedTest
    @CsvSource({
        "arn:aws:logs:us-east-1:*,            true",
        "arn:aws:logs:*:123456789012,         true",
        "arn:aws:logs:us-east-1:123456789012, false",
        "arn:aws:logs,                        false",
    })
    void short_arns_in_resource_policies_need_a_wildcard(String pattern, boolean matches) {
        PolicyDocument policy =
                Policies.resource("{'Effect':'Allow','Principal':'*','Action':'logs:*','Resource':'" + pattern + "'}");
        RequestContext request = anaDoes("logs:PutLogEvents")
                .resource("arn:aws:logs:us-east-1:123456789012:log-group:/x:*")
                .build();
        PolicySet set =
                PolicySet.builder().attach(PolicyType.RESOURCE, "r", policy).build();
        assertThat(Evaluator.evaluate(set, request).isAllowed()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"aws:PrincipalTag/Team", "AWS:principaltag/TEAM"})
    void names_of_condition_keys_ignore_case(String key) {
        RequestContext request =
                anaDoes("x:Do").key("aws:principalTag/team", "red").build();
        String condition = "'Action':'x:Do','Resource':'*','Condition':{'StringEquals':{'" + key + "':'%s'}}";
        assertThat(Policies.allows(condition.formatted("red"), request)).isTrue();
        assertThat(Policies.allows(condition.formatted("Red"), request)).isFalse();
    }
}
