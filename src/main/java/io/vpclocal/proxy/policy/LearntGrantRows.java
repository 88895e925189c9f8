package io.vpclocal.proxy.policy;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LearntGrantRows extends Repository<LearntGrantEntity, String> {

    List<LearntGrantEntity> findByResourceOrderById(String resource);

    LearntGrantEntity save(LearntGrantEntity grant);

    void deleteById(String id);

    void deleteByToken(String token);
}
