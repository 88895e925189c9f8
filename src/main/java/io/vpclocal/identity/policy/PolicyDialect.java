package io.vpclocal.identity.policy;

/**
 * The place where a policy document is used. It determines the allowed elements, the error messages and the meaning of
 * principals.
 */
public enum PolicyDialect {
    /** Managed policies, which may be permissions boundaries: no principal, version 2012-10-17. */
    MANAGED,
    /** Inline policies of users, groups and roles: as {@link #MANAGED}, any version (verified at AWS by other emulators). */
    INLINE,
    /**
     * As {@link #MANAGED}, but already validated when it was stored, or an AWS managed policy, which may break the
     * rules.
     */
    STORED,
    /** Policies passed to AssumeRole or GetFederationToken, and simulator input: as {@link #INLINE}. */
    SESSION,
    /** The trust policy of a role: principals, STS actions, no resource. */
    TRUST,
    /** A policy attached to a resource: principals and resources. */
    RESOURCE,
    /** The policy of an interface endpoint: a resource policy with EC2's messages. */
    INTERFACE_ENDPOINT,
    /**
     * The policy of a gateway endpoint: as {@link #INTERFACE_ENDPOINT}, but an account names only its root user and any
     * principal other than {@code *} matches no principal (AWS documentation, PrivateLink guide: Control access with endpoint
     * policies).
     */
    GATEWAY_ENDPOINT;

    boolean isEndpoint() {
        return this == INTERFACE_ENDPOINT || this == GATEWAY_ENDPOINT;
    }

    int maxChars() {
        return this == STORED ? PolicyLimits.MAX_STORED_CHARS : PolicyLimits.MAX_DOCUMENT_CHARS;
    }

    boolean takesPrincipals() {
        return isEndpoint() || this == TRUST || this == RESOURCE;
    }
}
