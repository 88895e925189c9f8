package io.vpclocal.identity.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The principal of a request, as policies see it.
 *
 * @param kind the kind of principal
 * @param arn its ARN; for a session the {@code arn:aws:sts} one; null for services, identity providers and nobody
 * @param issuerArn for a session the role or user behind it, else null
 * @param id {@code aws:userid}, for example {@code AIDA...} or {@code AROA...:session}
 * @param account its account; null if it belongs to none
 * @param name user name, service name or identity provider, else null
 */
public record PolicyPrincipal(
        Kind kind,
        @Nullable String arn,
        @Nullable String issuerArn,
        String id,
        @Nullable String account,
        @Nullable String name) {

    /** The kinds of principal, with the value of {@code aws:PrincipalType} where AWS documents one. */
    public enum Kind {
        /** The root user of an account. */
        ROOT("Account"),
        /** An IAM user, also through GetSessionToken. */
        USER("User"),
        /** A session of a role. */
        ROLE_SESSION("AssumedRole"),
        /** A session made by GetFederationToken. */
        FEDERATED_USER("FederatedUser"),
        /** An AWS service acting for itself. */
        SERVICE(null),
        /** A user authenticated by a SAML or OpenID Connect provider, before it has a session. */
        IDENTITY_PROVIDER(null),
        /** A request without credentials. */
        ANONYMOUS("Anonymous");

        private final @Nullable String principalType;

        Kind(@Nullable String principalType) {
            this.principalType = principalType;
        }
    }

    /** The root user whose ARN is given, such as {@code arn:aws:iam::123456789012:root}. */
    public static PolicyPrincipal root(String arn) {
        String account = accountOf(arn);
        return new PolicyPrincipal(Kind.ROOT, arn, null, account, account, null);
    }

    /** The IAM user of that ARN and unique id ({@code AIDA...}). */
    public static PolicyPrincipal user(String arn, String userId) {
        return new PolicyPrincipal(
                Kind.USER, arn, null, userId, accountOf(arn), arn.substring(arn.lastIndexOf('/') + 1));
    }

    /** The session {@code sessionArn} of the role {@code roleArn} (with its path) whose unique id is {@code AROA...}. */
    public static PolicyPrincipal roleSession(String sessionArn, String roleArn, String roleId) {
        String id = roleId + ":" + sessionArn.substring(sessionArn.lastIndexOf('/') + 1);
        return new PolicyPrincipal(Kind.ROLE_SESSION, sessionArn, roleArn, id, accountOf(sessionArn), null);
    }

    /** The session {@code sessionArn} that the user (or root) {@code issuerArn} made by GetFederationToken. */
    public static PolicyPrincipal federatedUser(String sessionArn, String issuerArn) {
        String account = accountOf(sessionArn);
        String id = account + ":" + sessionArn.substring(sessionArn.lastIndexOf('/') + 1);
        return new PolicyPrincipal(Kind.FEDERATED_USER, sessionArn, issuerArn, id, account, null);
    }

    /** An AWS service, for example {@code vpc-flow-logs.amazonaws.com}. */
    public static PolicyPrincipal service(String name) {
        return new PolicyPrincipal(Kind.SERVICE, null, null, name, null, name);
    }

    /** An identity provider as trust policies name it: an ARN or a host name. */
    public static PolicyPrincipal identityProvider(String provider) {
        return new PolicyPrincipal(Kind.IDENTITY_PROVIDER, null, null, provider, null, provider);
    }

    /** An anonymous principal. */
    public static PolicyPrincipal anonymous() {
        return new PolicyPrincipal(Kind.ANONYMOUS, null, null, "anonymous", null, null);
    }

    /** True if this kind of principal can have identity policies, boundaries and session policies. */
    boolean hasIdentity() {
        return account != null;
    }

    /** True if it has the permissions of a root user, which identity policies and boundaries do not limit. */
    boolean hasRootPermissions() {
        return kind == Kind.ROOT || kind == Kind.FEDERATED_USER && issuerArn != null && issuerArn.endsWith(":root");
    }

    /** The condition keys of the principal (AWS documentation, IAM User Guide: global condition keys). */
    Map<String, List<String>> contextKeys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        String principalArn = kind == Kind.ROLE_SESSION ? issuerArn : arn;
        put(keys, "aws:PrincipalArn", principalArn);
        put(keys, "aws:PrincipalAccount", account);
        put(keys, "aws:PrincipalType", kind.principalType);
        put(keys, "aws:userid", kind == Kind.SERVICE || kind == Kind.IDENTITY_PROVIDER ? null : id);
        put(keys, "aws:username", kind == Kind.USER ? name : null);
        put(keys, "aws:PrincipalIsAWSService", kind == Kind.ANONYMOUS ? null : String.valueOf(kind == Kind.SERVICE));
        put(keys, "aws:PrincipalServiceName", kind == Kind.SERVICE ? name : null);
        return keys;
    }

    private static void put(Map<String, List<String>> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, List.of(value));
        }
    }

    private static String accountOf(String arn) {
        return new ArnPattern.Arn(arn).segment(4);
    }
}
