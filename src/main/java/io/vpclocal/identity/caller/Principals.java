package io.vpclocal.identity.caller;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.CompiledPolicies;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the principals behind access keys, with their policies. */
@Component
class Principals {

    /** A principal and the secret that its requests are signed with. */
    record Signer(Principal principal, String secret) {

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "Signer[" + principal.keyId() + "]";
        }
    }

    private final IamDirectory directory;
    private final CompiledPolicies compiled;
    private final AccountCache cache;

    Principals(IamDirectory directory, CompiledPolicies compiled, AccountCache cache) {
        this.directory = directory;
        this.compiled = compiled;
        this.cache = cache;
    }

    /** The principal of a long-term key. Empty if the key does not exist or is inactive, or its user was deleted. */
    Optional<Signer> signer(IamScope scope, String keyId) {
        return cache.of(scope).get(Signer.class, keyId, () -> directory
                .key(keyId)
                .filter(key -> key.active() && key.scope().equals(scope))
                .flatMap(key -> of(key).map(principal -> new Signer(principal, key.secret()))));
    }

    /** The principal of temporary credentials. Empty if their user or role was deleted. */
    Optional<Signer> signer(SessionContent session) {
        return cache.of(session.scope()).get(Signer.class, session.keyId(), () -> of(session)
                .map(principal -> new Signer(principal, session.secret())));
    }

    private Optional<Principal> of(IamDirectory.StoredKey key) {
        String userId = key.userId();
        if (userId == null) {
            return Optional.of(Principal.root(key.scope(), key.id(), null));
        }
        return directory.user(userId).map(user -> {
            Permissions own = permissions(user, compiled.policies(user).build(), Map.of());
            return new Principal(PolicyPrincipal.user(user.arn(), user.id()), key.scope(), key.id(), null, own);
        });
    }

    private Optional<Principal> of(SessionContent session) {
        String id = session.principalId();
        if (id == null) {
            return Optional.of(ofRoot(session));
        }
        Optional<IamDirectory.Holder> holder = id.startsWith("AROA") ? directory.role(id) : directory.user(id);
        return holder.map(found -> of(session, found));
    }

    private Principal ofRoot(SessionContent session) {
        IamScope scope = session.scope();
        if (session.kind() == SessionContent.Kind.OWN) {
            return Principal.root(scope, session.keyId(), session);
        }
        PolicySet policies = sessionPolicies(session, PolicySet.builder()).build();
        return new Principal(
                federated(session, scope.arn("root")),
                scope,
                session.keyId(),
                session,
                Permissions.of(policies, session.tags()));
    }

    private Principal of(SessionContent session, IamDirectory.Holder holder) {
        PolicyPrincipal who =
                switch (session.kind()) {
                    case OWN -> PolicyPrincipal.user(holder.arn(), holder.id());
                    case FEDERATED -> federated(session, holder.arn());
                    case ROLE ->
                        PolicyPrincipal.roleSession(
                                session.scope().stsArn("assumed-role/" + holder.name() + "/" + session.name()),
                                holder.arn(),
                                holder.id());
                };
        PolicySet policies = sessionPolicies(session, compiled.policies(holder)).build();
        return new Principal(
                who, session.scope(), session.keyId(), session, permissions(holder, policies, session.tags()));
    }

    private static PolicyPrincipal federated(SessionContent session, String issuerArn) {
        return PolicyPrincipal.federatedUser(session.scope().stsArn("federated-user/" + session.name()), issuerArn);
    }

    private PolicySet.Builder sessionPolicies(SessionContent session, PolicySet.Builder policies) {
        int number = 0;
        for (String text : session.policies()) {
            number++;
            policies.attach(PolicyType.SESSION, "SessionPolicy." + number, compiled.get(PolicyDialect.SESSION, text));
        }
        for (String arn : session.policyArns()) {
            policies.require(PolicyType.SESSION);
            directory
                    .managedPolicy(session.scope(), arn)
                    .ifPresent(
                            text -> policies.attach(PolicyType.SESSION, arn, compiled.get(PolicyDialect.STORED, text)));
        }
        // A federated user without session policies has no permissions.
        return session.kind() == SessionContent.Kind.FEDERATED ? policies.require(PolicyType.SESSION) : policies;
    }

    private static Permissions permissions(
            IamDirectory.Holder holder, PolicySet policies, Map<String, String> sessionTags) {
        Map<String, String> tags = new HashMap<>(holder.tags());
        tags.putAll(sessionTags);
        return Permissions.of(policies, tags);
    }
}
