package io.vpclocal.proxy.policy;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LearntResourceRows extends Repository<LearntResourceEntity, String> {

    Optional<LearntResourceEntity> findById(String arn);

    LearntResourceEntity save(LearntResourceEntity resource);

    void delete(LearntResourceEntity resource);
}
