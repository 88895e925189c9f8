package io.vpclocal.identity.iam.policy;

/** How many users, groups and roles use the policy of an ARN in one capacity. */
public record PolicyUse(String arn, Long count) {}
