package io.vpclocal.logs.policy;

import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** Resource policies as the API shows them. */
final class PolicyWire {

    private PolicyWire() {}

    static ResourcePolicy toWire(LogResourcePolicyEntity policy) {
        ResourcePolicy.Builder wire = ResourcePolicy.builder()
                .policyName(policy.name())
                .policyDocument(policy.document())
                .lastUpdatedTime(policy.updatedAt())
                .policyScope(policy.ofAccount() ? "ACCOUNT" : "RESOURCE");
        if (!policy.ofAccount()) {
            wire.resourceArn(policy.resourceArn()).revisionId(policy.revisionId());
        }
        return wire.build();
    }
}
