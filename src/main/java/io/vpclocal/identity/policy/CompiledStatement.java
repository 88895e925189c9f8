package io.vpclocal.identity.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement compiled for evaluation. */
final class CompiledStatement {

    private final PolicyDialect dialect;
    private final PolicyStatement source;
    private final ActionPattern[] actions;
    private final boolean excludesActions;
    private final ArnPattern[] resources;
    private final boolean excludesResources;
    private final PrincipalPattern[] principals;
    private final boolean excludesPrincipals;
    private final Condition[] conditions;

    CompiledStatement(PolicyDialect dialect, RawPolicy.Statement raw, boolean variables, PolicyStatement source) {
        this.dialect = dialect;
        this.source = source;
        this.excludesActions = raw.notActions() != null;
        this.actions = values(excludesActions ? raw.notActions() : raw.actions()).stream()
                .map(ActionPattern::new)
                .toArray(ActionPattern[]::new);
        this.excludesResources = raw.notResources() != null;
        ArnPattern.Padding padding =
                dialect.takesPrincipals() ? ArnPattern.Padding.IF_WILDCARD : ArnPattern.Padding.ALWAYS;
        this.resources = values(excludesResources ? raw.notResources() : raw.resources()).stream()
                .map(value -> ArnPattern.resource(value, padding, variables))
                .toArray(ArnPattern[]::new);
        this.excludesPrincipals = raw.notPrincipals() != null;
        this.principals = principals(excludesPrincipals ? raw.notPrincipals() : raw.principals());
        this.conditions = raw.conditions().stream()
                .map(test -> new Condition(test.operator(), test.key(), test.texts(), variables))
                .toArray(Condition[]::new);
    }

    static List<String> values(@Nullable List<JsonNode.Text> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(JsonNode.Text::value).toList();
    }

    private static PrincipalPattern[] principals(@Nullable List<RawPolicy.Principal> principals) {
        List<PrincipalPattern> patterns = new ArrayList<>();
        for (RawPolicy.Principal principal : principals == null ? List.<RawPolicy.Principal>of() : principals) {
            patterns.add(PrincipalPattern.of(principal.type(), principal.value().value()));
        }
        return patterns.toArray(PrincipalPattern[]::new);
    }

    PolicyStatement source() {
        return source;
    }

    boolean isDeny() {
        return source.effect().equals("Deny");
    }

    boolean matchesAction(RequestContext request) {
        for (int i = 0; i < actions.length; i++) {
            if (actions[i].matches(request)) {
                return !excludesActions;
            }
        }
        return excludesActions;
    }

    /** A trust policy has no resources. It applies to its role. */
    boolean matchesResource(RequestContext request) {
        if (dialect == PolicyDialect.TRUST) {
            return true;
        }
        for (int i = 0; i < resources.length; i++) {
            if (resources[i].matches(request.resourceArn(), request)) {
                return !excludesResources;
            }
        }
        return excludesResources;
    }

    /**
     * How specifically the statement names the caller: a constant of {@link PrincipalPattern}.
     *
     * @param bounded true if the caller has a permissions boundary; NotPrincipal then never excludes it
     */
    int matchPrincipal(RequestContext request, boolean bounded) {
        if (!dialect.takesPrincipals()) {
            return PrincipalPattern.ITSELF;
        }
        int best = PrincipalPattern.NONE;
        for (int i = 0; i < principals.length; i++) {
            if (excludesPrincipals) {
                if (!bounded && principals[i].exempts(request.principal())) {
                    return PrincipalPattern.NONE;
                }
            } else {
                best = Math.max(best, principals[i].match(request.principal(), dialect));
            }
        }
        return excludesPrincipals ? PrincipalPattern.ITSELF : best;
    }

    boolean conditionsHold(RequestContext request) {
        for (int i = 0; i < conditions.length; i++) {
            if (!conditions[i].holds(request)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How specifically a matching statement names the caller, or {@link PrincipalPattern#NONE}. The action is not
     * compared.
     */
    int matchBesidesAction(RequestContext request, boolean bounded) {
        if (!matchesResource(request)) {
            return PrincipalPattern.NONE;
        }
        int named = matchPrincipal(request, bounded);
        return named != PrincipalPattern.NONE && conditionsHold(request) ? named : PrincipalPattern.NONE;
    }

    void collectKeys(Set<String> keys) {
        for (Condition condition : conditions) {
            condition.collectKeys(keys);
        }
        for (ArnPattern resource : resources) {
            resource.collectKeys(keys);
        }
    }
}
