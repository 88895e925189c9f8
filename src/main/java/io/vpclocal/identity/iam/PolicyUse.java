package io.vpclocal.identity.iam;

/** How many users, groups and roles use the policy of an ARN in one capacity. */
record PolicyUse(String arn, Long count) {}
