package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision with all matching statements, as IAM's simulator returns it.
 *
 * @param decision the decision
 * @param matchedStatements all matching statements of either effect, in the order of types, policies and documents
 * @param byType the decision of each applicable policy type alone
 * @param missingContextKeys the keys that statements for this action refer to and the request lacks
 */
public record Explanation(
        Decision decision,
        List<StatementMatch> matchedStatements,
        Map<PolicyType, Decision.Outcome> byType,
        Set<String> missingContextKeys) {}
