package io.vpclocal.identity.iam.policy;

/** The number of users, groups and roles that use a policy as attachment or as boundary. */
public record PolicyUse(String arn, Long count) {}
