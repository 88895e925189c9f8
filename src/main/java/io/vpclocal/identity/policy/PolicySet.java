package io.vpclocal.identity.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All policies that apply to a request. Immutable. It can be kept per principal and extended per request with
 * {@link #toBuilder}.
 */
public final class PolicySet {

    /**
     * A policy with its type.
     *
     * @param type the policy type
     * @param id its name in decisions: an ARN, a policy name or another id
     */
    public record Attached(PolicyType type, String id, PolicyDocument document) {}

    private final Map<PolicyType, List<Attached>> byType;
    private final Set<PolicyType> required;
    private final boolean resourceMustAllow;

    private PolicySet(Builder builder) {
        this.byType = new EnumMap<>(PolicyType.class);
        for (PolicyType type : PolicyType.values()) {
            byType.put(type, List.copyOf(builder.byType.getOrDefault(type, List.of())));
        }
        this.required = EnumSet.copyOf(builder.required);
        this.resourceMustAllow = builder.resourceMustAllow;
    }

    /** Starts with no policies. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with these policies. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        byType.values().forEach(list -> list.forEach(each -> builder.attach(each.type(), each.id(), each.document())));
        builder.required.addAll(required);
        builder.resourceMustAllow = resourceMustAllow;
        return builder;
    }

    /** The policies of one type. */
    public List<Attached> of(PolicyType type) {
        return byType.getOrDefault(type, List.of());
    }

    boolean resourceMustAllow() {
        return resourceMustAllow;
    }

    boolean has(PolicyType type) {
        return required.contains(type);
    }

    /** Builds a policy set. */
    public static final class Builder {

        private final Map<PolicyType, List<Attached>> byType = new EnumMap<>(PolicyType.class);
        private final Set<PolicyType> required = EnumSet.noneOf(PolicyType.class);
        private boolean resourceMustAllow;

        private Builder() {}

        /** Adds a policy. {@code id} is its name in decisions. */
        public Builder attach(PolicyType type, String id, PolicyDocument document) {
            byType.computeIfAbsent(type, key -> new ArrayList<>()).add(new Attached(type, id, document));
            return require(type);
        }

        /**
         * Requires an allow of this type even if no such policy exists. An example is a session of GetFederationToken
         * without session policy.
         */
        public Builder require(PolicyType type) {
            required.add(type);
            return this;
        }

        /** Requires that the resource's policy names the caller or its account, also within one account. */
        public Builder requireResourceAllow() {
            resourceMustAllow = true;
            return this;
        }

        /** Adds the policy of the endpoint that the request used. */
        public Builder endpoint(String endpointId, EndpointPolicy policy) {
            return attach(PolicyType.VPC_ENDPOINT, endpointId, policy.document());
        }

        /** Builds the set. */
        public PolicySet build() {
            return new PolicySet(this);
        }
    }
}
