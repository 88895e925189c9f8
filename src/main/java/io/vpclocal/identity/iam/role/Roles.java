package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamRepository;

public interface Roles extends IamRepository<RoleEntity> {}
