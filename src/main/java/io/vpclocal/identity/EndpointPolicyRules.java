package io.vpclocal.identity;

import io.vpclocal.protocol.AwsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of VPC endpoints: whether their text is acceptable, and what they let through. */
public interface EndpointPolicyRules {

    /** The kinds of endpoint whose policies are read differently. */
    enum EndpointKind {
        INTERFACE,
        GATEWAY
    }

    /** @throws AwsException {@code InvalidPolicyDocument} */
    void requireValid(EndpointKind kind, String policy);

    /** What a policy says to a request that comes through the endpoint. */
    PolicyVerdict permits(EndpointKind kind, String policy, Passage passage);

    /**
     * A request to a service through an endpoint.
     *
     * @param principalArn ARN of the user, root user or role session; null if the request is not signed
     * @param action for example {@code s3:GetObject}
     * @param resource ARN, or {@code *}
     * @param sourceIp the private address it comes from
     * @param conditionKeys further keys with one value each
     */
    record Passage(
            @Nullable String principalArn,
            String action,
            String resource,
            String endpointId,
            String vpcId,
            String sourceIp,
            Map<String, String> conditionKeys) {}
}
