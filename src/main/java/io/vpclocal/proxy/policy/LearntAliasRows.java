package io.vpclocal.proxy.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LearntAliasRows extends Repository<LearntAliasEntity, String> {

    Optional<LearntAliasEntity> findById(String arn);

    List<LearntAliasEntity> findByTargetOrderByArn(String target);

    LearntAliasEntity save(LearntAliasEntity alias);

    void deleteById(String arn);
}
