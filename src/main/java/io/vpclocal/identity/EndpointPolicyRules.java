package io.vpclocal.identity;

import io.vpclocal.protocol.AwsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates and evaluates the policies of VPC endpoints. */
public interface EndpointPolicyRules {

    /** The endpoint types. Their policies are read differently. */
    enum EndpointKind {
        INTERFACE,
        GATEWAY
    }

    /** @throws AwsException {@code InvalidPolicyDocument} */
    void requireValid(EndpointKind kind, String policy);

    /** The decision of an endpoint policy about a request through the endpoint. */
    PolicyVerdict permits(EndpointKind kind, String policy, Passage passage);

    /**
     * A request to a service through an endpoint.
     *
     * @param principalArn ARN of the user, root user or role session; null if the request is not signed
     * @param action for example {@code s3:GetObject}
     * @param resource ARN, or {@code *}
     * @param sourceIp the private source address
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
