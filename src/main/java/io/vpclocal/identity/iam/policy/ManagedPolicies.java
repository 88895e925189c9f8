package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamRepository;

public interface ManagedPolicies extends IamRepository<ManagedPolicyEntity> {}
