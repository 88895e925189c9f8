package io.vpclocal.identity.policy;

/**
 * A statement that applies to a request.
 *
 * @param policyType in which capacity its policy applies
 * @param policyId the policy, as named in the {@link PolicySet}
 * @param statement the statement with its positions
 */
public record StatementMatch(PolicyType policyType, String policyId, PolicyStatement statement) {}
