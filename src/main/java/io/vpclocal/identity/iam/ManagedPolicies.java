package io.vpclocal.identity.iam;

interface ManagedPolicies extends IamRepository<ManagedPolicyEntity> {}
