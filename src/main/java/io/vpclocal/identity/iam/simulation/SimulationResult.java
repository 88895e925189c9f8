package io.vpclocal.identity.iam.simulation;

import io.vpclocal.identity.policy.Decision.Outcome;
import io.vpclocal.identity.policy.Explanation;
import io.vpclocal.identity.policy.PolicyStatement;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.StatementMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Statement;

/** The result for one action on one resource. */
record SimulationResult(String resource, Explanation explanation) {

    private static final String EVERYTHING = "*";

    /**
     * One result per action, containing the resource-specific results (recorded from AWS). The result for several
     * resources is {@code explicitDeny} if one of them is, else {@code allowed} if one of them is (reported by users).
     *
     * @param bounded whether there is a permissions boundary
     * @param named whether resources were given
     */
    static EvaluationResult toWire(String action, List<SimulationResult> resources, boolean bounded, boolean named) {
        boolean single = resources.size() == 1;
        SimulationResult first = resources.get(0);
        EvaluationResult.Builder result = EvaluationResult.builder()
                .evalActionName(action)
                .evalResourceName(single ? first.resource : EVERYTHING)
                .evalDecision(together(resources).wireName())
                .evalDecisionDetails(Map.of())
                .matchedStatements(single ? first.matched() : List.of())
                .missingContextValues(missing(resources));
        if (bounded) {
            boolean allowed = resources.stream().allMatch(SimulationResult::allowedByBoundary);
            result.permissionsBoundaryDecisionDetail(detail(allowed));
        }
        if (named) {
            result.organizationsDecisionDetail(d -> d.allowedByOrganizations(true))
                    .resourceSpecificResults(resources.stream()
                            .map(each -> each.specific(bounded))
                            .toList());
        }
        return result.build();
    }

    private ResourceSpecificResult specific(boolean bounded) {
        ResourceSpecificResult.Builder result = ResourceSpecificResult.builder()
                .evalResourceName(resource)
                .evalResourceDecision(outcome().wireName())
                .matchedStatements(matched())
                .missingContextValues(explanation.missingContextKeys());
        return bounded
                ? result.permissionsBoundaryDecisionDetail(detail(allowedByBoundary()))
                        .build()
                : result.build();
    }

    private static Outcome together(List<SimulationResult> resources) {
        List<Outcome> outcomes =
                resources.stream().map(SimulationResult::outcome).toList();
        if (outcomes.contains(Outcome.EXPLICIT_DENY)) {
            return Outcome.EXPLICIT_DENY;
        }
        return outcomes.contains(Outcome.ALLOWED) ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    private static Set<String> missing(List<SimulationResult> resources) {
        Set<String> keys = new LinkedHashSet<>();
        resources.forEach(each -> keys.addAll(each.explanation.missingContextKeys()));
        return keys;
    }

    private Outcome outcome() {
        return explanation.decision().outcome();
    }

    private boolean allowedByBoundary() {
        return explanation.byType().get(PolicyType.PERMISSIONS_BOUNDARY) == Outcome.ALLOWED;
    }

    private List<Statement> matched() {
        return explanation.matchedStatements().stream()
                .filter(this::isListed)
                .map(SimulationResult::toWire)
                .toList();
    }

    /**
     * An explicit deny lists only the denying statements, but one of the boundary also what the identity policies allow.
     * Statements of the boundary that allow are never listed. Recorded from AWS.
     */
    private boolean isListed(StatementMatch match) {
        if (match.statement().effect().equals("Deny")) {
            return true;
        }
        return switch (match.policyType()) {
            case PERMISSIONS_BOUNDARY -> false;
            case IDENTITY -> outcome() != Outcome.EXPLICIT_DENY || isDeniedByBoundaryAlone();
            case SESSION, RESOURCE, ROLE_TRUST, VPC_ENDPOINT -> outcome() != Outcome.EXPLICIT_DENY;
        };
    }

    private boolean isDeniedByBoundaryAlone() {
        return explanation.byType().entrySet().stream()
                .allMatch(type -> (type.getKey() == PolicyType.PERMISSIONS_BOUNDARY)
                        == (type.getValue() == Outcome.EXPLICIT_DENY));
    }

    private static PermissionsBoundaryDecisionDetail detail(boolean allowed) {
        return PermissionsBoundaryDecisionDetail.builder()
                .allowedByPermissionsBoundary(allowed)
                .build();
    }

    private static Statement toWire(StatementMatch match) {
        PolicyStatement statement = match.statement();
        return Statement.builder()
                .sourcePolicyId(match.policyId())
                .sourcePolicyType(
                        switch (match.policyType()) {
                            case RESOURCE -> "Resource Policy";
                            // Recorded from AWS.
                            case PERMISSIONS_BOUNDARY -> "Permissions Boundary Policy";
                            case IDENTITY, SESSION, ROLE_TRUST, VPC_ENDPOINT -> "IAM Policy";
                        })
                .startPosition(p -> p.line(statement.start().line())
                        .column(statement.start().column()))
                .endPosition(p ->
                        p.line(statement.end().line()).column(statement.end().column()))
                .build();
    }
}
