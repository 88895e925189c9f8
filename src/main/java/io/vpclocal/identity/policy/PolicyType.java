package io.vpclocal.identity.policy;

/**
 * The kinds of policy that take part in a decision, in the order in which their denials are named. To add one, such as a
 * service control policy, is to add a constant with its texts.
 */
public enum PolicyType {
    /** Policies of the user and its groups, or of the role. */
    IDENTITY("identity-based policy", "an identity-based policy", Role.GRANTS),
    /** The permissions boundary of the user or role. */
    PERMISSIONS_BOUNDARY("permissions boundary", "a permissions boundary", Role.LIMITS),
    /** What was passed to AssumeRole or GetFederationToken. */
    SESSION("session policy", "a session policy", Role.LIMITS),
    /** The policy attached to the resource. */
    RESOURCE("resource-based policy", "a resource-based policy", Role.GRANTS_BY_PRINCIPAL),
    /** The trust policy of the role to be assumed, which must allow in any case. */
    ROLE_TRUST("role trust policy", "the role trust policy", Role.GRANTS_BY_PRINCIPAL),
    /** The policy of the VPC endpoint through which the request came. */
    VPC_ENDPOINT("VPC endpoint policy", "a VPC endpoint policy", Role.LIMITS);

    /** What a type can do besides denying. */
    enum Role {
        /** Its allow is one of those needed to begin with. */
        GRANTS,
        /** Its allow counts by how closely it names the principal. */
        GRANTS_BY_PRINCIPAL,
        /** Where it applies it must allow too; it gives nothing. */
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

    boolean limits() {
        return role == Role.LIMITS;
    }

    /** Whether policies of this type apply to that caller at all. */
    boolean appliesTo(PolicyPrincipal principal) {
        return switch (this) {
            case IDENTITY, PERMISSIONS_BOUNDARY -> principal.hasIdentity() && !principal.hasRootPermissions();
            case SESSION -> principal.hasIdentity();
            case RESOURCE, ROLE_TRUST, VPC_ENDPOINT -> true;
        };
    }
}
