package io.vpclocal.identity.iam;

/** AWS's limits on IAM (IAM User Guide, "IAM and AWS STS quotas"). Policy sizes do not count white space. */
public final class IamLimits {

    public static final int POLICY_DOCUMENT = 131_072;
    public static final int USER_INLINE_POLICIES = 2_048;
    public static final int GROUP_INLINE_POLICIES = 5_120;
    public static final int ROLE_INLINE_POLICIES = 10_240;
    public static final int MANAGED_POLICY = 6_144;
    public static final int TRUST_POLICY = 2_048;
    public static final int POLICY_VERSIONS = 5;
    public static final int POLICIES_PER_USER = 10;
    public static final int POLICIES_PER_GROUP = 10;

    /** Recorded from AWS in September 2026. */
    public static final int POLICIES_PER_ROLE = 20;

    public static final int ACCESS_KEYS = 2;
    public static final int GROUPS_PER_USER = 10;
    public static final int USERS = 5_000;
    public static final int GROUPS = 300;
    public static final int ROLES = 1_000;
    public static final int POLICIES = 1_500;
    public static final int INSTANCE_PROFILES = 1_000;
    public static final int OIDC_PROVIDERS = 100;
    public static final int SAML_PROVIDERS = 100;
    public static final int SERVER_CERTIFICATES = 20;
    public static final int SIGNING_CERTIFICATES = 2;
    public static final int SSH_KEYS = 5;
    public static final int SERVICE_CREDENTIALS = 2;
    public static final int MFA_DEVICES_PER_USER = 8;
    public static final int CLIENT_IDS = 100;
    public static final int THUMBPRINTS = 5;
    static final int TAGS = 50;
    static final int PATH = 512;
    public static final int SHORTEST_MAX_SESSION = 3_600;
    static final int PAGE = 100;

    private IamLimits() {}

    static int perAccount(IamKind kind) {
        return switch (kind) {
            case USER -> USERS;
            case GROUP -> GROUPS;
            case ROLE -> ROLES;
            case POLICY -> POLICIES;
            case INSTANCE_PROFILE -> INSTANCE_PROFILES;
            case OIDC_PROVIDER -> OIDC_PROVIDERS;
            case SAML_PROVIDER -> SAML_PROVIDERS;
            case SERVER_CERTIFICATE -> SERVER_CERTIFICATES;
            case MFA_DEVICE -> Integer.MAX_VALUE;
        };
    }

    public static int attachedPolicies(IamKind kind) {
        return kind == IamKind.USER
                ? POLICIES_PER_USER
                : kind == IamKind.GROUP ? POLICIES_PER_GROUP : POLICIES_PER_ROLE;
    }

    public static int inlinePolicies(IamKind kind) {
        return kind == IamKind.USER
                ? USER_INLINE_POLICIES
                : kind == IamKind.GROUP ? GROUP_INLINE_POLICIES : ROLE_INLINE_POLICIES;
    }
}
