package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/** Asks the policy of a VPC endpoint about an API call that goes through it. */
@FunctionalInterface
public interface EndpointPolicyCheck {

    /** The call a flow carries: {@code s3:GetObject} by {@code arn:aws:iam::123456789012:user/a} on an ARN. */
    record ApiCall(
            String action, String principalArn, @Nullable String resourceArn) {}

    /** @param rule which statement decided, or what is missing; shown to people */
    record Decision(boolean allowed, String rule) {}

    /** Lets everything through, as the default policy of an endpoint does. */
    EndpointPolicyCheck FULL_ACCESS = (endpoint, call) -> new Decision(true, "full access");

    Decision check(Network.VpcEndpoint endpoint, ApiCall call);

    /** The same for a policy that may ask where the call comes from. @param source private address of the caller */
    default Decision check(Network.VpcEndpoint endpoint, ApiCall call, IpAddress source) {
        return check(endpoint, call);
    }
}
