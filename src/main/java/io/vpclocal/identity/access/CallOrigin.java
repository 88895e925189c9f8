package io.vpclocal.identity.access;

import io.vpclocal.identity.policy.EndpointPolicy;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way by which the call that this thread answers came through the emulated network. Nothing is known of most calls: they
 * come from outside.
 *
 * @param endpointId the VPC endpoint; null for a call over the internet
 * @param policy of the endpoint; null if there is none
 * @param sourceIp the private address behind an endpoint, the public one over the internet; null for the client's own
 * @param keys further condition keys
 */
public record CallOrigin(
        @Nullable String endpointId,
        @Nullable EndpointPolicy policy,
        @Nullable String vpcId,
        @Nullable String sourceIp,
        Map<String, String> keys) {

    /** From outside of the emulated network. */
    public static final CallOrigin OUTSIDE = new CallOrigin(null, null, null, null, Map.of());

    private static final ThreadLocal<CallOrigin> CURRENT = ThreadLocal.withInitial(() -> OUTSIDE);

    /** The origin of the call that this thread answers. */
    public static CallOrigin current() {
        return CURRENT.get();
    }

    /** Says where the calls of this thread come from, until it is said again. */
    public static void set(CallOrigin origin) {
        if (origin == OUTSIDE) {
            CURRENT.remove();
        } else {
            CURRENT.set(origin);
        }
    }

    /** Adds the endpoint's policy to those that have a say. */
    public PolicySet limit(PolicySet policies) {
        return policy == null || endpointId == null
                ? policies
                : policies.toBuilder().endpoint(endpointId, policy).build();
    }

    /** Adds what policies may ask about the way. */
    public RequestContext.Builder describe(RequestContext.Builder question) {
        if (endpointId != null && vpcId != null && sourceIp != null) {
            question.throughEndpoint(endpointId, vpcId, sourceIp);
        } else if (sourceIp != null) {
            question.key("aws:SourceIp", sourceIp);
        }
        keys.forEach(question::key);
        return question;
    }

    /** True if an endpoint's policy counts for the call, root users' calls included. */
    public boolean limited() {
        return policy != null;
    }
}
