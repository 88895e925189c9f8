package io.vpclocal.identity.policy;

import org.jspecify.annotations.Nullable;

/**
 * One value of Principal or NotPrincipal.
 *
 * @param type {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
 * @param value as written
 * @param account the account, if the value names a whole account
 */
record PrincipalPattern(String type, String value, @Nullable String account) {

    /** The principal is not named. */
    static final int NONE = 0;
    /** Only the account is named. Identity policies can delegate to its principals. */
    static final int ACCOUNT = 1;
    /** The role or user behind the session is named. Boundary and session policy still limit it. */
    static final int ISSUER = 2;
    /** The principal itself is named, or everybody. */
    static final int ITSELF = 3;

    private static final String AWS = "AWS";

    static PrincipalPattern of(String type, String value) {
        String account = null;
        if (type.equals(AWS) && isAccount(value)) {
            account = value;
        } else if (type.equals(AWS) && value.endsWith(":root")) {
            account = new ArnPattern.Arn(value).segment(4);
        }
        return new PrincipalPattern(type, value, account);
    }

    static boolean isAccount(String text) {
        if (text.length() != 12) {
            return false;
        }
        for (int i = 0; i < 12; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private boolean isEverybody() {
        return value.equals("*") && type.equals(AWS);
    }

    /** How specifically this value names the principal. */
    int match(PolicyPrincipal principal, PolicyDialect dialect) {
        if (isEverybody()) {
            return ITSELF;
        }
        return switch (principal.kind()) {
            case SERVICE -> type.equals("Service") && value.equals(principal.name()) ? ITSELF : NONE;
            case IDENTITY_PROVIDER -> type.equals("Federated") && value.equals(principal.name()) ? ITSELF : NONE;
            case ANONYMOUS -> NONE;
            case ROOT, USER, ROLE_SESSION, FEDERATED_USER -> matchIdentity(principal, dialect);
        };
    }

    private int matchIdentity(PolicyPrincipal principal, PolicyDialect dialect) {
        boolean root = principal.kind() == PolicyPrincipal.Kind.ROOT;
        if (account != null) {
            boolean named = account.equals(principal.account()) && (root || dialect != PolicyDialect.GATEWAY_ENDPOINT);
            return !named ? NONE : root ? ITSELF : ACCOUNT;
        }
        if (dialect == PolicyDialect.GATEWAY_ENDPOINT) {
            return NONE;
        }
        if (isNamedItself(principal)) {
            return ITSELF;
        }
        return value.equals(principal.issuerArn()) || namesRoleId(principal) ? ISSUER : NONE;
    }

    private boolean isNamedItself(PolicyPrincipal principal) {
        return value.equals(principal.arn()) || value.equals(principal.id());
    }

    private boolean namesRoleId(PolicyPrincipal principal) {
        String id = principal.id();
        return principal.kind() == PolicyPrincipal.Kind.ROLE_SESSION
                && id.length() > value.length()
                && id.charAt(value.length()) == ':'
                && id.startsWith(value);
    }

    /**
     * True if NotPrincipal with this value excludes the principal, which it must name itself. A role does not include
     * its sessions there, nor an account its users (AWS documentation, IAM User Guide: NotPrincipal with Deny).
     */
    boolean exempts(PolicyPrincipal principal) {
        if (isEverybody()) {
            return true;
        }
        return switch (principal.kind()) {
            case SERVICE -> type.equals("Service") && value.equals(principal.name());
            case IDENTITY_PROVIDER -> type.equals("Federated") && value.equals(principal.name());
            case ANONYMOUS -> false;
            case ROOT -> account != null && account.equals(principal.account());
            case USER, ROLE_SESSION, FEDERATED_USER -> isNamedItself(principal);
        };
    }
}
