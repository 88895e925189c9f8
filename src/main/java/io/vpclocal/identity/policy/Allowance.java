package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.Decision.Outcome;
import io.vpclocal.identity.policy.PolicySet.Attached;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second part of an evaluation: finds the policies that allow the request when none denies it explicitly. */
final class Allowance {

    private static final PolicyType[] TYPES = PolicyType.values();

    private final PolicySet policies;
    private final RequestContext request;
    private final boolean bounded;
    private final boolean trust;
    private @Nullable StatementMatch resourceMatch;
    private int named = PrincipalPattern.NONE;

    Allowance(PolicySet policies, RequestContext request, boolean bounded) {
        this.policies = policies;
        this.request = request;
        this.bounded = bounded;
        this.trust = policies.has(PolicyType.ROLE_TRUST);
    }

    Decision decide() {
        PolicyType resourceType = trust ? PolicyType.ROLE_TRUST : PolicyType.RESOURCE;
        findResourceAllow(policies.of(resourceType));
        PolicyPrincipal principal = request.principal();
        boolean resourceMustAllow =
                trust || policies.resourceMustAllow() || !principal.hasIdentity() || !request.isSameAccount();
        if (resourceMustAllow && named == PrincipalPattern.NONE) {
            return lacking(resourceType);
        }
        boolean byResourceAlone =
                !principal.hasIdentity() || request.isSameAccount() && named == PrincipalPattern.ITSELF;
        boolean insteadOfIdentity = byResourceAlone || request.isSameAccount() && named == PrincipalPattern.ISSUER;
        Decision decision =
                insteadOfIdentity ? new Decision(Outcome.ALLOWED, resourceType, resourceMatch) : byIdentity(principal);
        for (int i = 0; decision.isAllowed() && i < TYPES.length; i++) {
            PolicyType type = TYPES[i];
            boolean asked = type == PolicyType.VPC_ENDPOINT || !byResourceAlone;
            if (asked && limits(type) && Evaluator.firstAllow(policies.of(type), request, bounded) == null) {
                decision = lacking(type);
            }
        }
        return decision;
    }

    private Decision byIdentity(PolicyPrincipal principal) {
        if (principal.hasRootPermissions()) {
            return new Decision(Outcome.ALLOWED, null, null);
        }
        StatementMatch match = Evaluator.firstAllow(policies.of(PolicyType.IDENTITY), request, bounded);
        return match == null ? lacking(PolicyType.IDENTITY) : new Decision(Outcome.ALLOWED, PolicyType.IDENTITY, match);
    }

    private boolean limits(PolicyType type) {
        return type.limits() && policies.has(type) && type.appliesTo(request.principal());
    }

    private void findResourceAllow(List<Attached> resourcePolicies) {
        for (Attached attached : resourcePolicies) {
            for (CompiledStatement statement : attached.document().allows().forAction(request)) {
                int match = statement.matchBesidesAction(request, bounded);
                if (match > named) {
                    named = match;
                    resourceMatch = new StatementMatch(attached.type(), attached.id(), statement.source());
                }
            }
        }
    }

    private static Decision lacking(PolicyType type) {
        return new Decision(Outcome.IMPLICIT_DENY, type, null);
    }
}
