package io.vpclocal.identity.iam.group;

import io.vpclocal.identity.iam.IamRepository;

public interface Groups extends IamRepository<GroupEntity> {}
