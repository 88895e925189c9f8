package io.vpclocal.identity.iam;

interface Groups extends IamRepository<GroupEntity> {}
