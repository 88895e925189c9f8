package io.vpclocal.identity.caller;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated principal.
 *
 * @param who the principal as policies see it
 * @param home the account it belongs to
 * @param keyId the access key that signed
 * @param session the content of its session token; null for long-term keys
 * @param permissions the policies that apply to it
 */
public record Principal(
        PolicyPrincipal who,
        IamScope home,
        String keyId,
        @Nullable SessionContent session,
        Permissions permissions) implements Caller {

    /** The principal behind a call's caller. */
    public static Principal of(Call call) {
        return (Principal) call.caller();
    }

    static Principal root(IamScope scope, String keyId, @Nullable SessionContent session) {
        return new Principal(PolicyPrincipal.root(scope.arn("root")), scope, keyId, session, Permissions.NONE);
    }

    /** A caller without credentials. */
    static Principal anonymous(IamScope account) {
        return new Principal(PolicyPrincipal.anonymous(), account, "", null, Permissions.NONE);
    }

    /** The users of an identity provider, before they have a session. */
    public static Principal ofProvider(String provider, IamScope account) {
        return new Principal(PolicyPrincipal.identityProvider(provider), account, "", null, Permissions.NONE);
    }

    @Override
    public String account() {
        return home.account();
    }

    @Override
    public String arn() {
        return who.arn() == null ? who.id() : who.arn();
    }

    @Override
    public String userId() {
        return who.id();
    }

    @Override
    public boolean root() {
        return who.kind() == PolicyPrincipal.Kind.ROOT;
    }
}
