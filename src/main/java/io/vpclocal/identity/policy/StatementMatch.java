package io.vpclocal.identity.policy;

/**
 * A statement that matches a request.
 *
 * @param policyType the type of its policy
 * @param policyId the policy, as named in the {@link PolicySet}
 * @param statement the statement with its positions
 */
public record StatementMatch(PolicyType policyType, String policyId, PolicyStatement statement) {}
