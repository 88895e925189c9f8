package io.vpclocal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Expected: AWS PrivateLink Guide, endpoint policies. */
@EmulatorTest
class EndpointPolicyRulesTest {

    private static final String BUCKET = "arn:aws:s3:::bucket";

    @Autowired
    private EndpointPolicyRules rules;

    @Test
    void policiesLetThroughWhatTheyAllow() {
        String policy = People.document("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
                + "\"Resource\":\"" + BUCKET + "/*\"}");
        assertThat(permits(policy, "s3:GetObject").allowed()).isTrue();
        assertThat(permits(policy, "s3:PutObject"))
                .isEqualTo(new PolicyVerdict(false, "because no VPC endpoint policy allows the s3:PutObject action"));
    }

    @Test
    void theEndpointIsPartOfTheRequest() {
        String policy = People.document("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\","
                + "\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\",\"aws:SourceVpce\":\"vpce-1\"}}}");
        assertThat(permits(policy, "s3:GetObject").allowed()).isTrue();
    }

    @Test
    void malformedPoliciesAreRefused() {
        assertThatThrownBy(() -> rules.requireValid(EndpointPolicyRules.EndpointKind.GATEWAY, "no json"))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo("InvalidPolicyDocument"));
    }

    private PolicyVerdict permits(String policy, String action) {
        return rules.permits(
                EndpointPolicyRules.EndpointKind.GATEWAY,
                policy,
                new EndpointPolicyRules.Passage(
                        "arn:aws:iam::123456789012:user/ana",
                        action,
                        BUCKET + "/key",
                        "vpce-1",
                        "vpc-1",
                        "10.0.0.4",
                        Map.of()));
    }
}
