package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision with everything that led to it, as IAM's simulator shows it.
 *
 * @param decision the decision
 * @param matchedStatements all statements that apply, of either effect, in the order of the types, policies and documents
 * @param byType what the policies of each type say taken alone, for the types that apply
 * @param missingContextKeys the keys that statements for this action refer to and the request lacks
 */
public record Explanation(
        Decision decision,
        List<StatementMatch> matchedStatements,
        Map<PolicyType, Decision.Outcome> byType,
        Set<String> missingContextKeys) {}
