package io.vpclocal.identity.access;

import io.vpclocal.identity.policy.EndpointPolicy;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The origin, in the emulated network, of the call that this thread answers. Most calls come from outside and have
 * none.
 *
 * @param endpointId the VPC endpoint; null for a call over the internet
 * @param policy of the endpoint; null if there is none
 * @param sourceIp the private address for a call through an endpoint, the public one for a call over the internet; null
 *     for the client's own address
 * @param keys further condition keys
 */
public record CallOrigin(
        @Nullable String endpointId,
        @Nullable EndpointPolicy policy,
        @Nullable String vpcId,
        @Nullable String sourceIp,
        Map<String, String> keys) {

    /** The origin of calls from outside the emulated network. */
    public static final CallOrigin OUTSIDE = new CallOrigin(null, null, null, null, Map.of());

    private static final ThreadLocal<CallOrigin> CURRENT = ThreadLocal.withInitial(() -> OUTSIDE);

    /** The origin of the call that this thread answers. */
    public static CallOrigin current() {
        return CURRENT.get();
    }

    /** Sets the origin of this thread's calls until the next change. */
    public static void set(CallOrigin origin) {
        if (origin == OUTSIDE) {
            CURRENT.remove();
        } else {
            CURRENT.set(origin);
        }
    }

    /** Adds the endpoint's policy to the policies to evaluate. */
    public PolicySet limit(PolicySet policies) {
        return policy == null || endpointId == null
                ? policies
                : policies.toBuilder().endpoint(endpointId, policy).build();
    }

    /** Adds the condition keys of the origin. */
    public RequestContext.Builder describe(RequestContext.Builder question) {
        if (endpointId != null && vpcId != null && sourceIp != null) {
            question.throughEndpoint(endpointId, vpcId, sourceIp);
        } else if (sourceIp != null) {
            question.key("aws:SourceIp", sourceIp);
        }
        keys.forEach(question::key);
        return question;
    }

    /** True if an endpoint's policy applies to the call. It also applies to root users. */
    public boolean limited() {
        return policy != null;
    }
}
