package io.vpclocal.identity.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every policy that has a say in a request. Immutable; it can be kept for a principal and extended per request with
 * {@link #toBuilder}.
 */
public final class PolicySet {

    /**
     * A policy in its place.
     *
     * @param type in which capacity it applies
     * @param id how decisions name it: an ARN, a policy name or whatever the caller chooses
     */
    public record Attached(PolicyType type, String id, PolicyDocument document) {}

    private final Map<PolicyType, List<Attached>> byType;
    private final Set<PolicyType> required;

    private PolicySet(Builder builder) {
        this.byType = new EnumMap<>(PolicyType.class);
        for (PolicyType type : PolicyType.values()) {
            byType.put(type, List.copyOf(builder.byType.getOrDefault(type, List.of())));
        }
        this.required = EnumSet.copyOf(builder.required);
    }

    /** Begins with no policy at all. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins with these policies. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        byType.values().forEach(list -> list.forEach(each -> builder.attach(each.type(), each.id(), each.document())));
        builder.required.addAll(required);
        return builder;
    }

    /** The policies of one type. */
    public List<Attached> of(PolicyType type) {
        return byType.getOrDefault(type, List.of());
    }

    boolean has(PolicyType type) {
        return required.contains(type);
    }

    /** Collects policies. */
    public static final class Builder {

        private final Map<PolicyType, List<Attached>> byType = new EnumMap<>(PolicyType.class);
        private final Set<PolicyType> required = EnumSet.noneOf(PolicyType.class);

        private Builder() {}

        /** Adds a policy; {@code id} is how decisions name it. */
        public Builder attach(PolicyType type, String id, PolicyDocument document) {
            byType.computeIfAbsent(type, key -> new ArrayList<>()).add(new Attached(type, id, document));
            return require(type);
        }

        /**
         * Says that policies of this type apply although there may be none, so that nothing is allowed by them: a session
         * of GetFederationToken without session policy, for example.
         */
        public Builder require(PolicyType type) {
            required.add(type);
            return this;
        }

        /** Adds the policy of the endpoint through which the request came. */
        public Builder endpoint(String endpointId, EndpointPolicy policy) {
            return attach(PolicyType.VPC_ENDPOINT, endpointId, policy.document());
        }

        /** The finished set. */
        public PolicySet build() {
            return new PolicySet(this);
        }
    }
}
