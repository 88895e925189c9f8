package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamRepository;
import java.util.List;

public interface InstanceProfiles extends IamRepository<InstanceProfileEntity> {

    List<InstanceProfileEntity> findByRoleSeq(Long roleSeq);
}
