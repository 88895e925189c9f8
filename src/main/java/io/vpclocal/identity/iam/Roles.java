package io.vpclocal.identity.iam;

interface Roles extends IamRepository<RoleEntity> {}
