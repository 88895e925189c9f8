package io.vpclocal.logs.grouppolicy;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GroupPolicies extends Repository<GroupPolicyEntity, Long> {

    GroupPolicyEntity save(GroupPolicyEntity policy);

    void delete(GroupPolicyEntity policy);

    Optional<GroupPolicyEntity> findByGroupSeqAndType(long groupSeq, String type);

    List<GroupPolicyEntity> findByGroupSeq(long groupSeq);
}
