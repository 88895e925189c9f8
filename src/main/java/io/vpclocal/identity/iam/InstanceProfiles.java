package io.vpclocal.identity.iam;

import java.util.List;

interface InstanceProfiles extends IamRepository<InstanceProfileEntity> {

    List<InstanceProfileEntity> findByRoleSeq(Long roleSeq);
}
