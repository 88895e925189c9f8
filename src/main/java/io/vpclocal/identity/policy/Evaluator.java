package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.Decision.Outcome;
import io.vpclocal.identity.policy.PolicySet.Attached;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates policies for a request.
 *
 * <p>Source: AWS documentation, IAM User Guide, "Policy evaluation logic". An explicit deny in any policy comes first;
 * then the resource's policy, which alone is enough within an account if it names the caller itself; then identity
 * policies, permissions boundary, session policy and VPC endpoint policy, each of which must allow where it applies.
 */
public final class Evaluator {

    /** Policies cannot deny this action (AWS documentation, STS API Reference: GetCallerIdentity). */
    private static final String ALWAYS_ALLOWED = "sts:getcalleridentity";

    private static final PolicyType[] TYPES = PolicyType.values();

    private Evaluator() {}

    /**
     * The decision about the request, with the deciding statement or the type that lacks an allow. Throws only
     * exceptions of lazily computed context values.
     */
    public static Decision evaluate(PolicySet policies, RequestContext request) {
        if (request.lowerAction().equals(ALWAYS_ALLOWED)) {
            return new Decision(Outcome.ALLOWED, null, null);
        }
        boolean bounded = isBounded(policies, request);
        for (PolicyType type : TYPES) {
            StatementMatch denial =
                    type.appliesTo(request.principal()) ? firstDeny(policies.of(type), request, bounded) : null;
            if (denial != null) {
                return new Decision(Outcome.EXPLICIT_DENY, type, denial);
            }
        }
        return new Allowance(policies, request, bounded).decide();
    }

    /** The decision with all matching statements, for simulations and messages. Slower than {@link #evaluate}. */
    public static Explanation explain(PolicySet policies, RequestContext request) {
        boolean bounded = isBounded(policies, request);
        List<StatementMatch> matches = new ArrayList<>();
        Map<PolicyType, Outcome> byType = new EnumMap<>(PolicyType.class);
        Set<String> keys = new LinkedHashSet<>();
        for (PolicyType type : TYPES) {
            if (policies.has(type) && type.appliesTo(request.principal())) {
                List<StatementMatch> ofType = new ArrayList<>();
                for (Attached attached : policies.of(type)) {
                    explain(attached, request, bounded, ofType, keys);
                }
                byType.put(type, outcomeOf(ofType));
                matches.addAll(ofType);
            }
        }
        return new Explanation(
                evaluate(policies, request),
                List.copyOf(matches),
                Collections.unmodifiableMap(byType),
                missing(keys, request));
    }

    private static void explain(
            Attached attached,
            RequestContext request,
            boolean bounded,
            List<StatementMatch> matches,
            Set<String> keys) {
        for (CompiledStatement statement : attached.document().compiled()) {
            if (!statement.matchesAction(request)) {
                continue;
            }
            statement.collectKeys(keys);
            if (statement.matchBesidesAction(request, bounded) != PrincipalPattern.NONE) {
                matches.add(new StatementMatch(attached.type(), attached.id(), statement.source()));
            }
        }
    }

    private static Outcome outcomeOf(List<StatementMatch> matches) {
        if (matches.stream().anyMatch(match -> match.statement().effect().equals("Deny"))) {
            return Outcome.EXPLICIT_DENY;
        }
        return matches.isEmpty() ? Outcome.IMPLICIT_DENY : Outcome.ALLOWED;
    }

    private static Set<String> missing(Set<String> keys, RequestContext request) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> missing = new LinkedHashSet<>();
        for (String key : keys) {
            if (seen.add(key) && !request.has(key)) {
                missing.add(key);
            }
        }
        return Collections.unmodifiableSet(missing);
    }

    private static boolean isBounded(PolicySet policies, RequestContext request) {
        return policies.has(PolicyType.PERMISSIONS_BOUNDARY)
                && PolicyType.PERMISSIONS_BOUNDARY.appliesTo(request.principal());
    }

    static @Nullable StatementMatch firstDeny(List<Attached> policies, RequestContext request, boolean bounded) {
        for (int i = 0; i < policies.size(); i++) {
            StatementMatch match =
                    first(policies.get(i), policies.get(i).document().denies(), request, bounded);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    static @Nullable StatementMatch firstAllow(List<Attached> policies, RequestContext request, boolean bounded) {
        for (int i = 0; i < policies.size(); i++) {
            StatementMatch match =
                    first(policies.get(i), policies.get(i).document().allows(), request, bounded);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private static @Nullable StatementMatch first(
            Attached attached, StatementIndex index, RequestContext request, boolean bounded) {
        for (CompiledStatement statement : index.forAction(request)) {
            if (statement.matchBesidesAction(request, bounded) != PrincipalPattern.NONE) {
                return new StatementMatch(attached.type(), attached.id(), statement.source());
            }
        }
        return null;
    }
}
