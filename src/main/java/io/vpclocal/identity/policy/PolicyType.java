package io.vpclocal.identity.policy;

/**
 * The policy types, in the order in which denials name them. To support another type, such as service control policies,
 * add a constant with its texts.
 */
public enum PolicyType {
    /** Policies of the user and its groups, or of the role. */
    IDENTITY("identity-based policy", "an identity-based policy", Role.GRANTS),
    /** The permissions boundary of the user or role. */
    PERMISSIONS_BOUNDARY("permissions boundary", "a permissions boundary", Role.LIMITS),
    /** Session policies passed to AssumeRole or GetFederationToken. */
    SESSION("session policy", "a session policy", Role.LIMITS),
    /** The policy attached to the resource. */
    RESOURCE("resource-based policy", "a resource-based policy", Role.GRANTS_BY_PRINCIPAL),
    /** The trust policy of the role to be assumed. It must always allow. */
    ROLE_TRUST("role trust policy", "the role trust policy", Role.GRANTS_BY_PRINCIPAL),
    /** The policy of the VPC endpoint that the request used. */
    VPC_ENDPOINT("VPC endpoint policy", "a VPC endpoint policy", Role.LIMITS);

    /** The effect of an allow of a type. */
    enum Role {
        /** Its allow grants permission. */
        GRANTS,
        /** Its allow depends on how specifically it names the principal. */
        GRANTS_BY_PRINCIPAL,
        /** If it applies, it must also allow. It grants nothing. */
        LIMITS
    }

    private final String phrase;
    private final String phraseWithArticle;
    private final Role role;

    PolicyType(String phrase, String phraseWithArticle, Role role) {
        this.phrase = phrase;
        this.phraseWithArticle = phraseWithArticle;
        this.role = role;
    }

    /** The type without article, as in "because no identity-based policy allows". */
    String phrase() {
        return phrase;
    }

    /** The type with article, as in "with an explicit deny in a session policy". */
    String phraseWithArticle() {
        return phraseWithArticle;
    }

    /** True if policies of this type are attached to the caller or its session. */
    boolean isOfPrincipal() {
        return this == IDENTITY || this == PERMISSIONS_BOUNDARY || this == SESSION;
    }

    boolean limits() {
        return role == Role.LIMITS;
    }

    /** True if policies of this type apply to the caller. */
    boolean appliesTo(PolicyPrincipal principal) {
        return switch (this) {
            case IDENTITY, PERMISSIONS_BOUNDARY -> principal.hasIdentity() && !principal.hasRootPermissions();
            case SESSION -> principal.hasIdentity();
            case RESOURCE, ROLE_TRUST, VPC_ENDPOINT -> true;
        };
    }
}
