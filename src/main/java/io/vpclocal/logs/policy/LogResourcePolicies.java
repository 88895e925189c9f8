package io.vpclocal.logs.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogResourcePolicies extends Repository<LogResourcePolicyEntity, Long> {

    LogResourcePolicyEntity save(LogResourcePolicyEntity policy);

    void delete(LogResourcePolicyEntity policy);

    @Query("select p from LogResourcePolicyEntity p where p.account = :account and p.region = :region"
            + " and p.resourceArn = :resource and p.name = :name")
    Optional<LogResourcePolicyEntity> find(String account, String region, String resource, String name);

    @Query("select p from LogResourcePolicyEntity p where p.account = :account and p.region = :region"
            + " and p.resourceArn = :resource and p.name > :after order by p.name")
    List<LogResourcePolicyEntity> list(String account, String region, String resource, String after, Limit limit);

    long countByAccountAndRegionAndResourceArn(String account, String region, String resourceArn);
}
