package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import org.jspecify.annotations.Nullable;

/** Evaluates the policy of a VPC endpoint for an API call through it. */
@FunctionalInterface
public interface EndpointPolicyCheck {

    /** The API call of a flow: {@code s3:GetObject} by {@code arn:aws:iam::123456789012:user/a} on an ARN. */
    record ApiCall(
            String action, String principalArn, @Nullable String resourceArn) {}

    /** @param rule the deciding statement, or the missing permission; shown to users */
    record Decision(boolean allowed, String rule) {}

    /** Allows everything, like the default policy of an endpoint. */
    EndpointPolicyCheck FULL_ACCESS = (endpoint, call) -> new Decision(true, "full access");

    Decision check(Network.VpcEndpoint endpoint, ApiCall call);

    /** The same, for policies with conditions on the source of the call. @param source private address of the caller */
    default Decision check(Network.VpcEndpoint endpoint, ApiCall call, IpAddress source) {
        return check(endpoint, call);
    }
}
